/* What libopendmarc makes of records: one a line, the answer a line: status p sp pct adkim aspf (numbers). */
#include <stdio.h>
#include <string.h>
#include <sys/types.h>
#include <opendmarc/dmarc.h>

int main(void) {
  char line[65536];
  OPENDMARC_LIB_T library;
  memset(&library, 0, sizeof library);
  opendmarc_policy_library_init(&library);
  while (fgets(line, sizeof line, stdin) != NULL) {
    int p = 0, sp = 0, pct = 0, adkim = 0, aspf = 0;
    line[strcspn(line, "\n")] = '\0';
    DMARC_POLICY_T *policy = opendmarc_policy_connect_init((u_char *)"192.0.2.1", DMARC_POLICY_IP_TYPE_IPV4);
    opendmarc_policy_store_from_domain(policy, (u_char *)"example.com");
    int status = opendmarc_policy_store_dmarc(policy, (u_char *)line, (u_char *)"example.com", NULL);
    opendmarc_policy_fetch_p(policy, &p);
    opendmarc_policy_fetch_sp(policy, &sp);
    opendmarc_policy_fetch_pct(policy, &pct);
    opendmarc_policy_fetch_adkim(policy, &adkim);
    opendmarc_policy_fetch_aspf(policy, &aspf);
    printf("%d %d %d %d %d %d\n", status, p, sp, pct, adkim, aspf);
    opendmarc_policy_connect_shutdown(policy);
  }
  return 0;
}
