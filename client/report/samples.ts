/** The reports that come with the extension, in samples/reports. In a browser that folder cannot be listed. */
export const sampleNames = [
  'mx.example.org!example.com!1794873600!1794959999!4f2a.xml.gz',
  'odd.example!example.com!1794960000!1795046399.zip',
  'receiver.example!example.com!1794787200!1794873599.xml',
] as const;
