package cx.ecou.webshell.components;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/** The address of one of our pages, with what somebody has chosen there. Whatever they typed stays one value. */
public final class PageAddress {

    private final UriComponentsBuilder address;

    private PageAddress(UriComponentsBuilder address) {
        this.address = address;
    }

    /** @param path as it stands in the address */
    public static PageAddress of(String path) {
        return new PageAddress(UriComponentsBuilder.fromPath(path));
    }

    /** The same page with one thing more; what is null or empty is left out. */
    public PageAddress with(String name, @Nullable String value) {
        return value == null || value.isEmpty()
                ? this
                : new PageAddress(
                        address.cloneBuilder().queryParam(name, UriUtils.encode(value, StandardCharsets.UTF_8)));
    }

    /** The same page with all of these, in their order. */
    public PageAddress with(Map<String, String> values) {
        PageAddress all = this;
        for (Map.Entry<String, String> value : values.entrySet()) {
            all = all.with(value.getKey(), value.getValue());
        }
        return all;
    }

    @Override
    public String toString() {
        return address.build(true).toUriString();
    }
}
