package cx.ecou.customer.web;

import cx.ecou.customer.events.ErasureReason;
import cx.ecou.customer.read.directory.Acquaintance;
import cx.ecou.customer.read.erasure.ErasedPlace;
import cx.ecou.customer.read.erasure.ErasureProof;
import cx.ecou.kernel.Colleague;
import cx.ecou.kernel.Colleagues;
import cx.ecou.webshell.components.FormProblems;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** Puts the pages about erasing together, in the reader's language. */
@Component
class ErasurePages {

    private final MessageSource texts;
    private final ObjectProvider<Colleagues> colleagues;

    ErasurePages(MessageSource texts, ObjectProvider<Colleagues> colleagues) {
        this.texts = texts;
        this.colleagues = colleagues;
    }

    ModelAndView ask(
            UUID customerId, List<Acquaintance> known, ErasureForm form, FormProblems problems, HttpStatus status) {
        return new ModelAndView("customer/erasure", status)
                .addObject("customerId", customerId)
                .addObject("known", known)
                .addObject("name", called(known))
                .addObject("reasons", ErasureReason.GIVEN)
                .addObject("form", form)
                .addObject("problems", problems);
    }

    ModelAndView show(ErasureProof proof) {
        return new ModelAndView("customer/erased")
                .addObject("proof", proof)
                .addObject("by", name(proof.by()))
                .addObject("places", proof.places().stream().map(this::line).toList());
    }

    /** Their name, or an address: feedback tells module {@code customer} no name. */
    private static @Nullable String called(List<Acquaintance> known) {
        return Stream.concat(
                        known.stream().map(Acquaintance::name),
                        known.stream().map(Acquaintance::emails).flatMap(List::stream))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private @Nullable String name(@Nullable UUID by) {
        return by == null
                ? null
                : colleagues.stream()
                        .flatMap(all -> all.find(by).stream())
                        .map(Colleague::name)
                        .findFirst()
                        .orElse(null);
    }

    /** A place that its module has given no name is called as its table is. */
    private PlaceLine line(ErasedPlace place) {
        String text =
                texts.getMessage("erasure.place." + place.name(), null, place.name(), LocaleContextHolder.getLocale());
        return new PlaceLine(String.valueOf(text), place.rows(), place.done());
    }

    /** A place, as it is shown. */
    record PlaceLine(String text, long rows, boolean done) {}
}
