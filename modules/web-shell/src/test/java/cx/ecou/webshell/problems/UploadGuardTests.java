package cx.ecou.webshell.problems;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class UploadGuardTests {

    private final UploadGuard guard =
            new UploadGuard(List.of(new UploadRoute("/imports")), new ProblemJson(new StrictJson().mapper()));

    @ParameterizedTest(name = "{1} at {0}: {2}")
    @CsvSource({
        "/imports, multipart/form-data; boundary=x, 200",
        "/imports/mappings/removal, multipart/form-data; boundary=x, 415",
        "/imports;x=1, multipart/form-data; boundary=x, 415",
        "/sign-in, MULTIPART/FORM-DATA, 415",
        "/api/v1/feedback, multipart/mixed; boundary=x, 415",
        "/api/v1/feedback, application/json, 200",
        "/sign-in, application/x-www-form-urlencoded, 200",
        "/sign-in, , 200"
    })
    void a_file_is_taken_only_where_a_route_says_so(String path, String type, int status)
            throws ServletException, IOException {
        var request = new MockHttpServletRequest("POST", path);
        request.setContentType(type);
        var response = new MockHttpServletResponse();
        var chain = new MockFilterChain();

        guard.doFilter(request, response, chain);

        assertThat(response.getStatus()).isEqualTo(status);
        assertThat(chain.getRequest() != null).isEqualTo(status == 200);
    }
}
