package cx.ecou.platform.operations;

import cx.ecou.webshell.testing.TextCompleteness;
import org.junit.jupiter.api.Test;

class OperationsTextsTests {

    @Test
    void the_operators_pages_speak_all_languages() {
        TextCompleteness.of("texts/operations/messages").check();
    }
}
