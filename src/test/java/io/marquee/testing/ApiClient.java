package io.marquee.testing;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A program that calls the API with one bearer token; an empty token sends none. */
public final class ApiClient {
    private static final JsonMapper JSON = new JsonMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final String base;
    private final String token;

    public ApiClient(int port, String token) {
        this.base = "http://localhost:" + port + "/api/v1";
        this.token = token;
    }

    /** What came back. */
    public record Answer(int status, JsonNode body, HttpResponse<byte[]> response) {
        public String text(String field) {
            return body.path(field).asString("");
        }

        public String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }
    }

    public Answer get(String path) {
        return send(request(path).GET());
    }

    public Answer post(String path, String json) {
        return send("POST", path, json);
    }

    public Answer send(String method, String path, String json, String... headers) {
        HttpRequest.Builder request = request(path).header("Content-Type", "application/json");
        if (headers.length > 0) request.headers(headers);
        return send(request.method(method, BodyPublishers.ofString(json)));
    }

    public Answer put(String path, String type, byte[] content) {
        return send("PUT", path, type, content);
    }

    public Answer send(String method, String path, String type, byte[] content) {
        return send(request(path).header("Content-Type", type).method(method, BodyPublishers.ofByteArray(content)));
    }

    public Answer delete(String path) {
        return send(request(path).DELETE());
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path));
        return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
    }

    private static Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<byte[]> response = HTTP.send(request.build(), BodyHandlers.ofByteArray());
            byte[] body = response.body();
            return new Answer(
                    response.statusCode(), body.length == 0 ? JSON.nullNode() : JSON.readTree(body), response);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
