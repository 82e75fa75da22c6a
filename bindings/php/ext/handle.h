/*
 * handle.h - Nango\Extension\Handle: a handle of the library as an object of PHP.
 *
 * A client may be kept for later requests of the same process. Such a client is counted: each object that has it, and the table
 * of those that are kept, hold it once.
 */

struct nango_shared {
    nango_client *client;
    uint32_t holders;
};

struct nango_handle {
    enum nango_kind kind;
    /* NULL once it is freed. */
    void *pointer;
    /* Of a client that is kept. */
    struct nango_shared *shared;
    zend_object object;
};

static zend_object_handlers nango_handle_handlers;

static struct nango_handle *nango_handle_of(zend_object *object) {
    return (struct nango_handle *)((char *)object - XtOffsetOf(struct nango_handle, object));
}

static void nango_let_go(struct nango_shared *shared) {
    if (--shared->holders == 0) {
        library.client_free(shared->client);
        pefree(shared, 1);
    }
}

static void nango_empty(struct nango_handle *handle) {
    void *pointer = handle->pointer;
    struct nango_shared *shared = handle->shared;
    handle->pointer = NULL;
    handle->shared = NULL;
    if (shared != NULL)
        nango_let_go(shared);
    else if (pointer != NULL)
        nango_free_pointer(handle->kind, pointer);
}

static zend_object *nango_handle_new(zend_class_entry *class) {
    struct nango_handle *handle = zend_object_alloc(sizeof(struct nango_handle), class);
    zend_object_std_init(&handle->object, class);
    object_properties_init(&handle->object, class);
    handle->object.handlers = &nango_handle_handlers;
    return &handle->object;
}

static void nango_handle_free(zend_object *object) {
    nango_empty(nango_handle_of(object));
    zend_object_std_dtor(object);
}

/* nango_*_free of the library: NULL is fine, and so is what is freed already. */
static void nango_free_handle(zval *handle) {
    if (handle != NULL)
        nango_empty(nango_handle_of(Z_OBJ_P(handle)));
}

/* The pointer of a handle; NULL for null. Throws if it is another kind of handle, or freed. */
static void *nango_pointer(zval *value, enum nango_kind kind) {
    struct nango_handle *handle;
    if (value == NULL || EG(exception))
        return NULL;
    handle = nango_handle_of(Z_OBJ_P(value));
    if (handle->kind != kind || handle->pointer == NULL) {
        zend_throw_error(NULL, handle->pointer == NULL ? "the handle is freed" : "the handle is of another kind");
        return NULL;
    }
    return handle->pointer;
}

static void nango_return_handle(zval *return_value, enum nango_kind kind, void *pointer) {
    struct nango_handle *handle;
    if (pointer == NULL)
        RETURN_NULL();
    object_init_ex(return_value, nango_handle_class);
    handle = nango_handle_of(Z_OBJ_P(return_value));
    handle->kind = kind;
    handle->pointer = pointer;
}

static void nango_return_text(zval *return_value, const char *text) {
    if (text == NULL)
        RETURN_NULL();
    RETURN_STRING(text);
}

/* Stores an error, or null, in a variable of PHP's. */
static void nango_give_error(zval *to, nango_error *error) {
    zval value;
    nango_return_handle(&value, KIND_ERROR, error);
    ZEND_TRY_ASSIGN_REF_TMP(to, &value);
}
