package cx.ecou.feedback;

import cx.ecou.webshell.testing.TextCompleteness;
import org.junit.jupiter.api.Test;

class FeedbackTextsTests {

    @Test
    void the_module_speaks_all_four_languages() {
        TextCompleteness.of("texts/feedback/messages").check();
        TextCompleteness.of("texts/feedback/imports").check();
    }
}
