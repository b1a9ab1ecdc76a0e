package cx.ecou.platform.audit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OriginTests {

    @ParameterizedTest
    @CsvSource({
        "203.0.113.77, 203.0.113.0/24",
        "10.1.2.3, 10.1.2.0/24",
        "2001:db8:7:8:9:a:b:c, 2001:db8:7::/48",
        "2001:0db8:0007::1, 2001:db8:7::/48",
        "fe80::1%eth0, fe80:0:0::/48",
        "::1, ::/48",
        "::ffff:203.0.113.77, 203.0.113.0/24"
    })
    void of_an_address_its_network_is_kept(String address, String kept) {
        assertThat(Origin.of(address)).isEqualTo(kept);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "localhost", "example.org", "1.2.3", "999.1.1.1", "unknown", "fe80::zz"})
    void what_is_no_address_is_neither_kept_nor_looked_up(String address) {
        assertThat(Origin.of(address)).isNull();
    }

    @Test
    void ecou_itself_comes_from_nowhere() {
        assertThat(Origin.of(null)).isNull();
    }
}
