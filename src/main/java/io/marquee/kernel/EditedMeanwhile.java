package io.marquee.kernel;

import java.util.Map;

/** Somebody saved another version of a thing since its editor read it. */
public final class EditedMeanwhile extends Refusal {
    private final int version;

    /** @param version that there is now */
    public EditedMeanwhile(int version) {
        super(Kind.CONFLICT, "edited_meanwhile");
        this.version = version;
    }

    /** For whoever has seen what there is now, and saves over it. */
    @Override
    public Map<String, Object> facts() {
        return Map.of("version", version);
    }
}
