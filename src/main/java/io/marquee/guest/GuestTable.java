package io.marquee.guest;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.marquee.kernel.InvalidInput;
import io.marquee.platform.web.SentTable;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.io.input.BoundedInputStream;
import org.apache.commons.io.input.CloseShieldInputStream;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;

/** A table in a file that somebody sent: CSV in UTF-8, or the first sheet of an Excel workbook. It is read line by line. */
final class GuestTable {
    /** The reader keeps all texts of a workbook in memory: 100,000 guests have some ten million letters. */
    private static final long LARGEST_UNPACKED = 40_000_000;

    private static final int SIGNATURE = 8;

    /** Columns from AAA on: the reader fills all cells before one. */
    private static final Pattern FAR = Pattern.compile("[A-Za-z]{3}");

    private static final XMLInputFactory XML = xml();

    private GuestTable() {}

    /** @param number in the file, from 1 */
    record Line(int number, List<String> fields) {}

    /**
     * To be closed.
     *
     * @throws InvalidInput at {@code file} when it is no such table, now or while it is read
     */
    static Stream<Line> lines(byte[] file) {
        boolean text = file.length < SIGNATURE;
        if (!text && ReadableWorkbook.isOLE2Header(file)) throw InvalidInput.at("file", "old_workbook");
        return !text && ReadableWorkbook.isOOXMLZipHeader(file) ? workbook(file) : csv(SentTable.text(file));
    }

    private static Stream<Line> csv(String text) {
        CsvReader<CsvRecord> csv = CsvReader.builder()
                .fieldSeparator(SentTable.separator(text))
                .allowMissingFields(true)
                .allowExtraFields(true)
                .ofCsvRecord(text);
        return guarded(csv.stream(), line -> new Line((int) line.getStartingLineNumber(), line.getFields()))
                .onClose(() -> close(csv));
    }

    private static Stream<Line> workbook(byte[] file) {
        try {
            examine(file);
            ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(file));
            Stream<Row> rows = workbook.getFirstSheet().openStream();
            return guarded(rows, row -> new Line(row.getRowNum(), fields(row))).onClose(() -> close(workbook));
        } catch (IOException | ExcelReaderException broken) {
            throw InvalidInput.at("file", "broken_workbook");
        }
    }

    /** A small file may be a large one folded up, and one cell far away makes the reader fill all the others in its row. */
    private static void examine(byte[] file) throws IOException {
        long left = LARGEST_UNPACKED;
        try (ZipFile zip = ZipFile.builder().setByteArray(file).get()) {
            for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
                BoundedInputStream content = BoundedInputStream.builder()
                        .setInputStream(zip.getInputStream(entry))
                        .setMaxCount(left + 1)
                        .get();
                boolean wide = hasFarCell(CloseShieldInputStream.wrap(content));
                content.transferTo(OutputStream.nullOutputStream());
                left -= content.getCount();
                if (left < 0) throw InvalidInput.at("file", "workbook_too_large");
                if (wide) throw InvalidInput.at("file", "broken_workbook");
            }
        }
    }

    private static boolean hasFarCell(InputStream part) {
        try {
            XMLStreamReader xml = XML.createXMLStreamReader(part);
            while (xml.hasNext()) {
                String cell = xml.next() == XMLStreamConstants.START_ELEMENT ? xml.getAttributeValue(null, "r") : null;
                if (cell != null && FAR.matcher(cell).lookingAt()) return true;
            }
        } catch (XMLStreamException noXml) {
            return false;
        }
        return false;
    }

    private static XMLInputFactory xml() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }

    private static List<String> fields(Row row) {
        return IntStream.range(0, row.getCellCount())
                .mapToObj(i -> Optional.ofNullable(row.getCell(i)))
                .map(cell -> cell.map(one -> one.getText().replace("\0", "")).orElse(""))
                .toList();
    }

    /** A file may turn out to be broken only when half of it is read. */
    private static <T> Stream<Line> guarded(Stream<T> parts, Function<T, Line> line) {
        Iterator<T> iterator = parts.iterator();
        return Stream.iterate(next(iterator, line), Optional::isPresent, last -> next(iterator, line))
                .map(Optional::orElseThrow)
                .onClose(parts::close);
    }

    private static <T> Optional<Line> next(Iterator<T> parts, Function<T, Line> line) {
        try {
            return parts.hasNext() ? Optional.of(line.apply(parts.next())) : Optional.empty();
        } catch (CsvParseException broken) {
            throw InvalidInput.at("file", "broken_csv", String.valueOf(broken.getMessage()));
        } catch (ExcelReaderException | UncheckedIOException broken) {
            throw InvalidInput.at("file", "broken_workbook");
        }
    }

    private static void close(AutoCloseable reader) {
        try {
            reader.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
