package dashwright.lab.model;

/** A request is refused; carries what is answered. */
final class InvalidRequest extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient ApiError error;

    InvalidRequest(ApiError error) {
        super(error.message());
        this.error = error;
    }

    ApiError error() {
        return error;
    }
}
