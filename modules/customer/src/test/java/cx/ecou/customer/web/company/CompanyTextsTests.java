package cx.ecou.customer.web.company;

import cx.ecou.webshell.testing.TextCompleteness;
import org.junit.jupiter.api.Test;

class CompanyTextsTests {

    @Test
    void the_pages_of_companies_speak_all_four_languages() {
        TextCompleteness.of("texts/customer/companies").check();
    }
}
