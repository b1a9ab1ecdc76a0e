package cx.ecou.customer.read.directory;

import org.jspecify.annotations.Nullable;

/**
 * Which customers are listed.
 *
 * @param words beginnings of words in names, addresses, numbers and keys, all of them; letters count without their marks
 * @param account the company that they act for
 */
public record DirectoryFilter(
        @Nullable String words, @Nullable String account) {}
