package cx.ecou.insight.web.customer;

import cx.ecou.webshell.testing.TextCompleteness;
import org.junit.jupiter.api.Test;

class CustomerTextsTests {

    @Test
    void every_text_exists_in_all_languages() {
        TextCompleteness.of("texts/insight/customers").check();
    }
}
