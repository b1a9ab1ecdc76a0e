package cx.ecou.customer;

import cx.ecou.webshell.testing.TextCompleteness;
import org.junit.jupiter.api.Test;

class CustomerTextsTests {

    @Test
    void the_module_speaks_all_four_languages() {
        TextCompleteness.of("texts/customer/messages").check();
    }
}
