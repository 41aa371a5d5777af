package io.marquee.stripe;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Files that are uploaded, such as evidence. */
final class Uploads {
    private static final int MOST_OF_EVIDENCE = 5 * 1024 * 1024;
    private static final Set<String> TYPES = Set.of("pdf", "jpg", "jpeg", "png", "txt", "csv", "docx", "xlsx");
    private static final Pattern NAME = Pattern.compile("name=\"([^\"]*)\"");
    private static final Pattern FILE_NAME = Pattern.compile("filename=\"([^\"]*)\"");

    private final World world;

    Uploads(World world) {
        this.world = world;
    }

    /** Reads {@code multipart/form-data} into parameters; a file is its name and its bytes. */
    static Thing read(String contentType, byte[] body) {
        Thing params = new Thing();
        String boundary = "--"
                + contentType.substring(contentType.indexOf("boundary=") + 9).replace("\"", "");
        String text = new String(body, StandardCharsets.ISO_8859_1);
        for (String part : text.split(Pattern.quote(boundary))) {
            int end = part.indexOf("\r\n\r\n");
            Matcher name = NAME.matcher(part);
            if (end < 0 || !name.find()) continue;
            String content = part.substring(end + 4, Math.max(end + 4, part.length() - 2));
            Matcher file = FILE_NAME.matcher(part.substring(0, end));
            if (file.find()) {
                params.with("_name", file.group(1)).with("_bytes", content.getBytes(StandardCharsets.ISO_8859_1));
            } else {
                Form.put(params, name.group(1), utf8(content));
            }
        }
        return params;
    }

    private static String utf8(String latin) {
        return new String(latin.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }

    Thing create(Call call) {
        String purpose = call.need("purpose");
        if (!(call.params().get("_bytes") instanceof byte[] bytes)) throw Refused.missing("file");
        String name = utf8(call.need("_name"));
        String type = name.substring(name.lastIndexOf('.') + 1).toLowerCase(java.util.Locale.ROOT);
        if (!TYPES.contains(type)) {
            throw Refused.invalid(
                            null, "File upload requests for purpose " + purpose + " must be one of: pdf, jpg, png.")
                    .with("param", "file");
        }
        if (purpose.equals("dispute_evidence") && bytes.length > MOST_OF_EVIDENCE) {
            throw Refused.invalid(null, "File size exceeds the allowed limit.").with("param", "file");
        }
        Thing file = world.make("file", "file");
        return call.book()
                .add(file.with("expires_at", null)
                        .with("filename", name)
                        .with("links", Thing.list("/v1/file_links?file=" + file.id(), new ArrayList<>(), false))
                        .with("purpose", purpose)
                        .with("size", bytes.length)
                        .with("title", null)
                        .with("type", type)
                        .with("url", "https://files.stripe.com/v1/files/" + file.id() + "/contents"));
    }
}
