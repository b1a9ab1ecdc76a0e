package cx.ecou.customer.api;

import static org.assertj.core.api.Assertions.assertThat;

import cx.ecou.eventstore.Positions;
import cx.ecou.webshell.testing.SignedIn;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.web.util.UriComponentsBuilder;

/** A source system with its key, as it speaks to one resource of the API. */
record Source(MockMvcTester mvc, String resource) {

    static final RequestPostProcessor KEY = SignedIn.withScopes("customer:write", "customer:read");

    MvcTestResult puts(String source, String ref, String body) {
        return mvc.put()
                .uri("/api/v1/{resource}/{source}/{ref}", resource, source, ref)
                .with(KEY)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }

    MvcTestResult sends(MediaType type, String batch) {
        return mvc.post()
                .uri("/api/v1/{resource}/batch", resource)
                .with(KEY)
                .contentType(type)
                .content(batch)
                .exchange();
    }

    /** Describes somebody of a name under each key. */
    MvcTestResult describesAll(String source, List<String> refs) {
        return sends(
                MediaType.APPLICATION_NDJSON,
                refs.stream()
                        .map(ref -> "{\"source\":\"" + source + "\",\"ref\":\"" + ref + "\",\"name\":\"Ana\"}")
                        .collect(Collectors.joining("\n")));
    }

    /** Reads what contains an earlier write. */
    MvcTestResult reads(String address, MvcTestResult written) {
        return mvc.get()
                .uri(UriComponentsBuilder.fromUriString("/api/v1/" + resource + address)
                        .encode()
                        .build()
                        .toUri())
                .with(KEY)
                .header(
                        Positions.READ_HEADER,
                        Objects.requireNonNull(written.getResponse().getHeader(Positions.WRITTEN_HEADER)))
                .exchange();
    }

    static String text(MvcTestResult answer, String path) {
        var found = new AtomicReference<String>();
        assertThat(answer).bodyJson().extractingPath(path).satisfies(value -> found.set(String.valueOf(value)));
        return Objects.requireNonNull(found.get());
    }
}
