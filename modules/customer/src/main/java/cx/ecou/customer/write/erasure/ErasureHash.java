package cx.ecou.customer.write.erasure;

import cx.ecou.customer.events.CustomerErased;
import cx.ecou.kernel.Sha256;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What an erasure did, in 256 bits: whoever has kept the hash sees that its proof says today what it said then. SHA-256 of these
 * lines, each with a line feed behind it: the erasure's id, the customer's, the reason, who asked ({@code -} for nobody), the
 * instant, the subjects in their order separated by commas, and the rows that were taken out as JSON, by place.
 */
final class ErasureHash {

    private ErasureHash() {}

    static byte[] of(CustomerErased erased, String takenOut) {
        List<UUID> subjects = erased.subjects().stream().sorted().toList();
        return Sha256.of(Stream.of(
                        erased.erasureId(),
                        erased.customerId(),
                        erased.reason(),
                        Objects.requireNonNullElse(erased.by(), "-"),
                        erased.at(),
                        subjects.stream().map(UUID::toString).collect(Collectors.joining(",")),
                        takenOut)
                .map(line -> line + "\n")
                .collect(Collectors.joining()));
    }
}
