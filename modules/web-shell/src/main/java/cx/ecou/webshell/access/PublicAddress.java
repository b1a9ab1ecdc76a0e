package cx.ecou.webshell.access;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Under which address people reach Ecou: as {@code ECOU_URL} says, else as the request came in. */
public final class PublicAddress {

    private final @Nullable URI told;

    PublicAddress(@Value("${ecou.url:}") String url) {
        this.told = url.isBlank() ? null : URI.create(url.strip().replaceAll("/+$", ""));
    }

    /** Whether browsers come over TLS, here or at a proxy before us. */
    public boolean secure(HttpServletRequest request) {
        return request.isSecure() || told != null && "https".equals(told.getScheme());
    }

    /** The whole link to one of our paths, to be handed to somebody. */
    public String link(HttpServletRequest request, String path) {
        return told == null
                ? ServletUriComponentsBuilder.fromContextPath(request)
                        .path(path)
                        .toUriString()
                : told + path;
    }

    /** The whole link to one of our paths, for the console. */
    public String link(int port, String path) {
        return (told == null ? "http://localhost:" + port : told.toString()) + path;
    }
}
