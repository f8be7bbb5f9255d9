import { problemRule } from '../entryProblems';

export default problemRule({
  name: 'zone-record-too-long',
  kind: 'record-too-long',
  title: { en: 'RDATA of more than 65,535 octets', ja: '65,535 オクテットを超える RDATA' },
  references: ['RFC 1035 §3.2.1'],
  says: () => ({
    text: {
      en: 'The data of this record has {octets} octets, and a record holds 65535 at most. {who} Part it into several records.',
      ja: 'このレコードのデータは {octets} オクテットあります。1 つのレコードに入るのは 65535 オクテットまでです。{who}複数のレコードに分けてください。',
    },
  }),
});
