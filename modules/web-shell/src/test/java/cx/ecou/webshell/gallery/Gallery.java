package cx.ecou.webshell.gallery;

import cx.ecou.kernel.Role;
import cx.ecou.webshell.access.AllowedFor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Shows every component once, as the visual reference does. */
@Controller
@AllowedFor({Role.ADMIN, Role.CX_AGENT})
class Gallery {

    @GetMapping("/gallery")
    String components(Model model) {
        return "gallery/components";
    }
}
