package vn.langso.kernel;

import java.util.HexFormat;

/** The one secret of an installation that what is sealed in it depends on; where it is kept is not this type's business. */
public final class MasterKey {

    private static final int KEY_BYTES = 32;

    private final byte[] bytes;

    private MasterKey(byte[] bytes) {
        this.bytes = bytes;
    }

    /** The key of 64 hex digits; throws IllegalStateException, with a sentence for who runs the program, when it is none. */
    public static MasterKey ofHex(String hex) {
        byte[] bytes;
        try {
            bytes = HexFormat.of().parseHex(hex.strip());
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException("The register key is not hexadecimal", e);
        }
        if (bytes.length != KEY_BYTES) {
            throw new IllegalStateException("The register key needs 64 hex digits, it has "
                    + hex.strip().length());
        }
        return new MasterKey(bytes);
    }

    /**
     * The keys of one use, independent of those of all others.
     *
     * @param use name of the use, "register" for example; part of what was written, so it never changes
     */
    public Sealer sealer(String use) {
        return new Sealer(use, bytes);
    }
}
