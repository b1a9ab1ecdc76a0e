package cx.ecou.webshell.problems;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes problems as {@code application/problem+json}. Also for filters, which answer before any handler is found: an
 * unknown key, too many requests.
 */
public final class ProblemJson {

    private final JsonMapper mapper;

    ProblemJson(JsonMapper mapper) {
        this.mapper = mapper;
    }

    /** Answers with the problem, unless an answer is on its way already. */
    public void write(Problem problem, HttpServletResponse response) throws IOException {
        if (response.isCommitted()) {
            return;
        }
        response.resetBuffer();
        response.setStatus(problem.status().value());
        problem.headers().forEach(response::setHeader);
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        byte[] body = bytes(problem);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    byte[] bytes(Problem problem) {
        return mapper.writeValueAsBytes(inOrder(problem));
    }

    private static Map<String, Object> inOrder(Problem problem) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("type", problem.type());
        members.put("title", problem.title());
        members.put("status", problem.status().value());
        members.put("detail", problem.detail());
        if (!problem.errors().isEmpty()) {
            members.put("errors", problem.errors());
        }
        return members;
    }
}
