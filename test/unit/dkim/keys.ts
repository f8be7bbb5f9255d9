// Public keys made for the tests; nobody signs with them.

/** The 32 octets of an Ed25519 key. */
export const ED25519 = '/3BUaIIbx0mqdZ9CWscSGAGc2LiKXq7rgLLRN1CmsCs=';

/** An RSA key of 1024 bits as SubjectPublicKeyInfo. */
export const RSA1024 =
  'MIGfMA0GCSqGSIb3DQEBAQUAA4GNADCBiQKBgQDHKz1WFYzIw4dR2rA7ePeP3v10l6cLfhtBeurshM5X7p3DBxqdVzbs32ximWZpuYLccwvaSx/o8cHYVBUit4qYdsuUDo8jitli0zinCPdY+KTFbbYpSL6xS1+S/aSqp+9wmlVBjSbA1W9pc61Q4+18zzAt9zHC9gl03q/U7fahPwIDAQAB';

/** An RSA key of 2048 bits as SubjectPublicKeyInfo. */
export const RSA2048 =
  'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEArIy8/An+10nxLhaFjtemkyPuDvIv703Q7dGlvdFqHQAClIvY071TmFbT+HZ3aHqLwjAxevEILd2INTpb2abl7+ZOwXuTdrhHP4ReVwKnDGsBkavwhS3J8xwcutz+lRdZNGMrhr3wF62lZvcSji465toh7kcLgpL9bvgY9bmxrnRZJ8z99U6t8KdAYkq3vxWqbnmnsDOk9QSqwQyCZoUKxPJD2tgx+6uSnMc/P7VnwQZl+fmf93a+m3bZsEiDFFPF9MtcNvJL5JF15lP+NXINUg74NtQBGS+qgn8iJ9TridJQMh2AiWV/7BCsfydalD614QP13zn6uQta1JrGmglcnQIDAQAB';

/** The SHA-256 of RSA2048's DER, as openssl prints it. */
export const RSA2048_FINGERPRINT = 'b97b3b828eee4324008f1348be90c9e825a73c660615bca26d10e0b8583cbf5e';

/** Another key of 2048 bits. */
export const OTHER_RSA2048 =
  'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAsSI0m9qkE4WcHyJocxn2C6bfxy1o4QKplR0ONfo8gXpZLilK44qDS4ZMb2aTW1aesI19UstL3+ui4klJjfJ9sERSrZTBOw/edgrbFpqcEtlty0V4miY5yyQ4NUdTsR4W3to3JMtIVeE3yLQrS4q1UaxJ/XOJSrWYgGHPRtDtqpY/LSkw7L4a+SkXq+7yQ8+n6cViFaGdijzbyS4MyBrweABhAfGertZtMuzRjghSGkNfepeisXb/EZ0qEmuxMfIOZr7bGJsHr8If4p5LWVVhwRtchXg5lQGeLymwgyfm5hPgM9/D+FXXMji81lAdL/rD0wd5eLmXJR49tUB80CSUYQIDAQAB';
