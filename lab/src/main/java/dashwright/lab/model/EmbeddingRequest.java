package dashwright.lab.model;

import java.util.List;

/**
 * A request for vectors.
 *
 * @param model the model that is asked for
 * @param texts the texts, at least one
 * @param dimensions how many numbers a vector shall have
 * @param isBase64 true where vectors are asked for as base64 of floats, the lowest byte first
 */
record EmbeddingRequest(String model, List<String> texts, int dimensions, boolean isBase64) {
    EmbeddingRequest {
        texts = List.copyOf(texts);
    }
}
