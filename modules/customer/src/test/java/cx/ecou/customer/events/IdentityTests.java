package cx.ecou.customer.events;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdentityTests {

    @ParameterizedTest
    @CsvSource({
        "Ana.Kowalska@Example.ORG, ana.kowalska@example.org",
        "' ana@example.org ', ana@example.org",
        "ANA@EXAMPLE.ORG, ana@example.org",
        "ana@żółw.pl, ana@xn--w-uga1v8h.pl",
        "ａｎａ@example.org, ana@example.org",
    })
    void an_address_is_the_same_however_it_is_written(String written, String same) {
        assertThat(Identity.email(written)).contains(new Identity(IdentityKind.EMAIL, same));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ana", "ana@", "@example.org", "a b@example.org", "ana@exa@mple.org", "ana@\u200d.pl"})
    void what_is_no_address_is_none(String written) {
        assertThat(Identity.email(written)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"+48 601 234 567", "+48601234567", "+48 (601) 234-567", "tel:+48-601-234-567"})
    void a_number_is_the_same_however_it_is_written(String written) {
        assertThat(Identity.phone(written)).contains(new Identity(IdentityKind.PHONE, "+48601234567"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "601 234 567", "+48 601", "+999 601 234 567", "call me", "+48 601 234 567 8901234"})
    void what_is_no_number_with_its_country_is_none(String written) {
        assertThat(Identity.phone(written)).isEmpty();
    }

    @Test
    void the_number_of_a_card_has_no_spaces() {
        assertThat(Identity.loyaltyCard(" ab 88-00 1234 "))
                .contains(new Identity(IdentityKind.LOYALTY_CARD, "AB88001234"));
        assertThat(Identity.loyaltyCard(" - ")).isEmpty();
    }

    @Test
    void an_identity_does_not_show_itself() {
        assertThat(new Identity(IdentityKind.EMAIL, "ana@example.org")).hasToString("Identity[EMAIL, •••]");
    }
}
