// What a language server does between opening a zone of 1,000 lines and sending its first diagnostics, measured in a
// process that has done nothing before: prints milliseconds. Part of `npm run bench`.
import { createLanguageService } from '../../core/service';
import { sourceText } from '../../core/text/sourceText';
import { zoneText } from './zoneText';

const text = zoneText(1000);
const service = createLanguageService();
const start = performance.now();
service.open('zone', 'dns-zone', sourceText(text), { fileName: 'example.com.zone' });
service.findings('zone', 1000);
console.log(String(performance.now() - start));
