package io.marquee.wallet;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.json.JsonMapper;

/** A {@code .pkpass}: a zip of {@code pass.json}, pictures, their SHA-1 sums, and a detached PKCS#7 signature of the sums. */
final class PassArchive {
    private static final Map<String, Integer> PICTURES =
            Map.of("icon.png", 29, "icon@2x.png", 58, "icon@3x.png", 87, "logo.png", 50, "logo@2x.png", 100);

    private final JsonMapper json;
    private final List<X509Certificate> chain;
    private final PrivateKey key;
    private final Map<String, byte[]> pictures = new TreeMap<>();

    /** @param chain the pass certificate, and whoever issued it */
    PassArchive(JsonMapper json, List<X509Certificate> chain, PrivateKey key) {
        this.json = json;
        this.chain = chain;
        this.key = key;
        PICTURES.forEach((name, side) -> pictures.put(name, picture(side)));
    }

    byte[] of(Map<String, Object> pass) {
        Map<String, byte[]> files = new TreeMap<>(pictures);
        files.put("pass.json", json.writeValueAsBytes(pass));
        Map<String, String> sums = new TreeMap<>();
        files.forEach((name, bytes) -> sums.put(name, sum(bytes)));
        byte[] manifest = json.writeValueAsBytes(sums);
        files.put("manifest.json", manifest);
        files.put("signature", signature(manifest));
        return zipped(files);
    }

    private byte[] signature(byte[] manifest) {
        try {
            CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
            generator.addSignerInfoGenerator(
                    new JcaSignerInfoGeneratorBuilder(new JcaDigestCalculatorProviderBuilder().build())
                            .build(
                                    new JcaContentSignerBuilder("SHA256with" + key.getAlgorithm()).build(key),
                                    chain.getFirst()));
            generator.addCertificates(new JcaCertStore(chain));
            return generator
                    .generate(new CMSProcessableByteArray(manifest), false)
                    .getEncoded();
        } catch (GeneralSecurityException | OperatorCreationException | CMSException e) {
            throw new IllegalStateException("the pass certificate cannot sign", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Apple's format asks for SHA-1: what counts is the signature over all sums. */
    private static String sum(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(bytes));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has SHA-1", e);
        }
    }

    private static byte[] zipped(Map<String, byte[]> files) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static byte[] picture(int side) {
        try (var in = new ClassPathResource("static/img/icon-192.png").getInputStream()) {
            BufferedImage small = new BufferedImage(side, side, BufferedImage.TYPE_INT_ARGB);
            Graphics2D canvas = small.createGraphics();
            canvas.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
            canvas.drawImage(ImageIO.read(in), 0, 0, side, side, null);
            canvas.dispose();
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ImageIO.write(small, "png", out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
