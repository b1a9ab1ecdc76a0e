package cx.ecou.platform.access;

import cx.ecou.webshell.testing.TextCompleteness;
import org.junit.jupiter.api.Test;

class AccessTextsTests {

    @Test
    void access_speaks_all_languages() {
        TextCompleteness.of("texts/access/messages").check();
    }
}
