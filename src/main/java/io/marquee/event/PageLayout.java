package io.marquee.event;

import io.marquee.event.PageBlock.Kind;
import io.marquee.kernel.Wire;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * How an event's page is arranged: each kind of block once.
 *
 * @param blocks from top to bottom
 */
public record PageLayout(List<PageBlock> blocks) {
    private static final JsonMapper JSON = new JsonMapper();
    private static final PageLayout USUAL = of(List.of());

    /** Of one kind the first counts; what is not among them stands at the end, as usual. */
    public static PageLayout of(List<PageBlock> wished) {
        return of(wished, "");
    }

    /** @param questions what they say where they are not among the wished ones: whoever only arranges anew loses no text */
    public static PageLayout of(List<PageBlock> wished, String questions) {
        List<PageBlock> blocks = new ArrayList<>();
        for (PageBlock block : wished) {
            if (blocks.stream().noneMatch(known -> known.kind() == block.kind())) blocks.add(allowed(block));
        }
        Arrays.stream(Kind.values())
                .filter(kind -> blocks.stream().noneMatch(known -> known.kind() == kind))
                .forEach(kind -> add(blocks, kind, questions));
        return new PageLayout(List.copyOf(blocks));
    }

    /** Speakers were a part of the agenda: where nobody arranged them, they stay beside it, and away with it. */
    private static void add(List<PageBlock> blocks, Kind kind, String questions) {
        if (kind == Kind.SPEAKERS) {
            PageBlock agenda = block(blocks, Kind.AGENDA);
            blocks.add(blocks.indexOf(agenda) + 1, new PageBlock(kind, agenda.shown(), ""));
        } else {
            blocks.add(new PageBlock(kind, true, kind == Kind.QUESTIONS ? questions : ""));
        }
    }

    /** That of a page that nobody arranged. */
    public static PageLayout usual() {
        return USUAL;
    }

    private static PageBlock allowed(PageBlock block) {
        return new PageBlock(
                block.kind(),
                block.shown() || block.kind() == Kind.TICKETS,
                block.kind() == Kind.QUESTIONS ? EventRules.text(block.text()) : "");
    }

    /** With this block one place further up or down; the same where it is at the end already. */
    public PageLayout moved(Kind kind, boolean up) {
        List<PageBlock> moved = new ArrayList<>(blocks);
        int at = moved.indexOf(block(kind));
        int to = up ? at - 1 : at + 1;
        if (to >= 0 && to < moved.size()) Collections.swap(moved, at, to);
        return new PageLayout(List.copyOf(moved));
    }

    public PageBlock block(Kind kind) {
        return block(blocks, kind);
    }

    private static PageBlock block(List<PageBlock> blocks, Kind kind) {
        return blocks.stream().filter(one -> one.kind() == kind).findFirst().orElseThrow();
    }

    /** What stands in the questions and answers. */
    public String questions() {
        return block(Kind.QUESTIONS).text();
    }

    /** As it is kept. */
    private record Kept(String kind, boolean shown, String text) {}

    /** @param json null for a page that nobody arranged */
    static PageLayout read(@Nullable String json) {
        return json == null
                ? USUAL
                : of(Arrays.stream(JSON.readValue(json, Kept[].class))
                        .map(kept -> new PageBlock(Wire.parse(Kind.class, kept.kind()), kept.shown(), kept.text()))
                        .toList());
    }

    @Nullable
    String written() {
        return equals(USUAL)
                ? null
                : JSON.writeValueAsString(blocks.stream()
                        .map(block -> new Kept(Wire.name(block.kind()), block.shown(), block.text()))
                        .toList());
    }
}
