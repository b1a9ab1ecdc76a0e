package cx.ecou.platform.audit;

import cx.ecou.webshell.testing.TextCompleteness;
import org.junit.jupiter.api.Test;

class AuditTextsTests {

    @Test
    void the_audit_log_speaks_all_languages() {
        TextCompleteness.of("texts/audit/messages").check();
    }
}
