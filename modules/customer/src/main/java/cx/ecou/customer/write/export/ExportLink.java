package cx.ecou.customer.write.export;

/**
 * An export that was asked for just now, with the link to it. The link cannot be read again: only a hash of it is kept.
 *
 * @param path of its page, without host: {@code /exports/…}
 */
public record ExportLink(Export export, String path) {

    @Override
    public String toString() {
        return "ExportLink[" + export + ", •••]";
    }
}
