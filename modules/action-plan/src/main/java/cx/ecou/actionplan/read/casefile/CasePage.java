package cx.ecou.actionplan.read.casefile;

import cx.ecou.kernel.Instants;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list.
 *
 * @param next where the following part begins; null when this is the last
 */
public record CasePage(List<CaseFile> cases, @Nullable Place next) {

    public CasePage {
        cases = List.copyOf(cases);
    }

    /**
     * A place in an ordered list: after the case that has this instant in its order, and this id.
     *
     * @param mine whether it was among the asking colleague's own, which come first
     */
    public record Place(boolean mine, Instant at, UUID caseId) {

        /** An opaque text for a URL, read by {@link #of}. */
        public String cursor() {
            String place = (mine ? "m" : "o") + "_" + at + "_" + caseId;
            return Base64.getUrlEncoder().withoutPadding().encodeToString(place.getBytes(StandardCharsets.UTF_8));
        }

        /** @throws IllegalArgumentException when the text is not one of {@link #cursor} */
        public static Place of(String cursor) {
            String[] parts = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8).split("_", -1);
            if (parts.length != 3 || !parts[0].matches("[mo]")) {
                throw new IllegalArgumentException("not a cursor");
            }
            try {
                return new Place(parts[0].equals("m"), Instants.parse(parts[1]), UUID.fromString(parts[2]));
            } catch (DateTimeException e) {
                throw new IllegalArgumentException("not a cursor", e);
            }
        }
    }
}
