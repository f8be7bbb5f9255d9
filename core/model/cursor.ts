// What stands or may stand at a place; the types live left of everything that answers with them.
export type { Candidate, Description, Expectation } from '../text/cursor';
