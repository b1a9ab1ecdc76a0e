package cx.ecou.insight.web;

import cx.ecou.webshell.testing.TextCompleteness;
import org.junit.jupiter.api.Test;

class TextsTests {

    @Test
    void every_text_exists_in_all_languages() {
        TextCompleteness.of("texts/insight/messages").check();
    }
}
