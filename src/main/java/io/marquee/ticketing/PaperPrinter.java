package io.marquee.ticketing;

import com.openhtmltopdf.extend.FSCacheEx;
import com.openhtmltopdf.extend.FSCacheValue;
import com.openhtmltopdf.extend.impl.FSDefaultCacheStore;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.CacheStore;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.logging.Level;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** Turns XHTML into PDF with our own fonts inside, so that it looks the same on every machine. */
@Component
public class PaperPrinter {
    /** Each script is a family of its own, since these files hold one script each; the stylesheet lists them all. */
    private static final List<Face> FACES = List.of(
            new Face("inter-latin-400", "Inter", 400),
            new Face("inter-latin-700", "Inter", 700),
            new Face("inter-latin-ext-400", "Inter Ext", 400),
            new Face("inter-latin-ext-700", "Inter Ext", 700),
            new Face("inter-cyrillic-400", "Inter Cyrillic", 400),
            new Face("inter-cyrillic-700", "Inter Cyrillic", 700),
            new Face("inter-greek-400", "Inter Greek", 400),
            new Face("inter-greek-700", "Inter Greek", 700),
            new Face("bricolage-latin-700", "Bricolage", 700),
            new Face("bricolage-latin-ext-700", "Bricolage Ext", 700));

    private final List<byte[]> fonts = FACES.stream().map(Face::read).toList();

    /** Without them every document reads all fonts to learn how high their letters are, though it uses two or three. */
    private final FSCacheEx<String, FSCacheValue> heights = new FSDefaultCacheStore();

    private record Face(String file, String family, int weight) {
        byte[] read() {
            try (InputStream in = new ClassPathResource("ticketing/fonts/" + file + ".ttf").getInputStream()) {
                return in.readAllBytes();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    PaperPrinter() {
        XRLog.listRegisteredLoggers().forEach(logger -> XRLog.setLevel(logger, Level.WARNING));
    }

    public byte[] print(String xhtml) {
        return print(xhtml, new PdfRendererBuilder());
    }

    /** With tags by which a screen reader finds its way, as PDF/UA has them. */
    public byte[] printTagged(String xhtml) {
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.usePdfUaAccessibility(true);
        return print(xhtml, builder);
    }

    private byte[] print(String xhtml, PdfRendererBuilder builder) {
        for (int i = 0; i < FACES.size(); i++) {
            byte[] font = fonts.get(i);
            Face face = FACES.get(i);
            builder.useFont(() -> new ByteArrayInputStream(font), face.family(), face.weight(), FontStyle.NORMAL, true);
        }
        builder.useCacheStore(CacheStore.PDF_FONT_METRICS, heights);
        // nothing is fetched: pictures are inside the document
        builder.useUriResolver((base, uri) -> uri.startsWith("data:") ? uri : null);
        builder.withW3cDocument(parsed(xhtml), null);
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            builder.toStream(out).run();
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The library would look for a parser in all of our libraries, each time. */
    private static Document parsed(String xhtml) {
        try {
            return DocumentBuilderFactory.newDefaultNSInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(xhtml)));
        } catch (ParserConfigurationException | SAXException e) {
            throw new IllegalArgumentException("no XHTML", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
