package cx.ecou.webshell.openapi;

import cx.ecou.webshell.access.PublicRoute;
import java.util.List;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseBody;

/**
 * The description of the API, as a document for programs and as a page for people. Public: whoever writes an integration
 * reads it before there is a key, and it says nothing about the company that runs Ecou.
 */
@Controller
@PublicRoute
class OpenApiController {

    private final ApiDescription api;

    OpenApiController(ApiDescription api) {
        this.api = api;
    }

    @GetMapping(path = "/api/v1/openapi.json", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    Map<String, Object> document() {
        return api.document();
    }

    @GetMapping("/developers")
    String page(Model model) {
        List<Chapter> chapters = Chapter.allOf(api);
        model.addAttribute("api", Node.of(api.document().get("info")).members());
        model.addAttribute("chapters", chapters);
        return "web-shell/developers";
    }

    /**
     * The operations of one group.
     *
     * @param name as the tag is written
     */
    record Chapter(String name, String description, List<Operation> operations) {

        static List<Chapter> allOf(ApiDescription api) {
            List<Operation> operations = api.operations();
            return Node.of(api.document())
                    .list("tags")
                    .map(Node::of)
                    .map(tag -> new Chapter(
                            tag.textOf("name"),
                            tag.textOf("description"),
                            operations.stream()
                                    .filter(operation -> operation.tag().equals(tag.text("name")))
                                    .toList()))
                    .filter(chapter -> !chapter.operations().isEmpty())
                    .toList();
        }
    }
}
