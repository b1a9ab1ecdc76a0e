package cx.ecou.platform.access.link;

import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;

/** What is shown for a link that opens nothing (any more). */
final class LinkPages {

    private LinkPages() {}

    static ModelAndView usedUp() {
        return new ModelAndView("access/link-used-up", HttpStatus.GONE);
    }
}
