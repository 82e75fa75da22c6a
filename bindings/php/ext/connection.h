/*
 * connection.h - objects of Nango\Connection, whose plain properties are read here: __get of the class says the same, in PHP, and
 * has all others.
 */

enum nango_reading {
    READ_TEXT,
    READ_TEXT_OR_EMPTY,
    READ_TIME,
    READ_EXPIRY,
    READ_AUTH_MODE,
};

/* A property, and the library's function that it is read with. */
struct nango_property {
    const char *name;
    enum nango_reading reading;
    size_t at;
};

#define NANGO_PROPERTY(name, reading, function) {name, reading, offsetof(struct nango_functions, function)}
static const struct nango_property nango_properties[] = {
    NANGO_PROPERTY("connectionId", READ_TEXT_OR_EMPTY, connection_connection_id),
    NANGO_PROPERTY("providerConfigKey", READ_TEXT_OR_EMPTY, connection_provider_config_key),
    NANGO_PROPERTY("provider", READ_TEXT, connection_provider),
    NANGO_PROPERTY("token", READ_TEXT, connection_token),
    NANGO_PROPERTY("authMode", READ_AUTH_MODE, connection_auth_mode),
    NANGO_PROPERTY("authModeName", READ_TEXT, connection_auth_mode_name),
    NANGO_PROPERTY("createdAt", READ_TIME, connection_created_at),
    NANGO_PROPERTY("updatedAt", READ_TIME, connection_updated_at),
    NANGO_PROPERTY("lastFetchedAt", READ_TIME, connection_last_fetched_at),
    NANGO_PROPERTY("expiresAt", READ_EXPIRY, connection_expires_at_ms),
    NANGO_PROPERTY("metadataJson", READ_TEXT, connection_metadata_json),
    NANGO_PROPERTY("connectionConfigJson", READ_TEXT, connection_connection_config_json),
    NANGO_PROPERTY("tagsJson", READ_TEXT, connection_tags_json),
    NANGO_PROPERTY("endUserJson", READ_TEXT, connection_end_user_json),
    NANGO_PROPERTY("errorsJson", READ_TEXT, connection_errors_json),
    NANGO_PROPERTY("webhookUrlOverride", READ_TEXT, connection_webhook_url_override),
    NANGO_PROPERTY("json", READ_TEXT_OR_EMPTY, connection_json),
};

/* The properties by their names, for as long as the process runs. */
static HashTable nango_properties_by_name;
static zend_object_handlers nango_connection_handlers;

static zend_class_entry *nango_find_class(const char *text) {
    zend_string *name = zend_string_init(text, strlen(text), 0);
    zend_class_entry *class = zend_lookup_class(name);
    zend_string_release(name);
    return class;
}

/* Finds the package's classes once a request, which is as long as they live. Throws if they are not there. */
static bool nango_find_classes(void) {
    zend_class_entry *class;
    zend_property_info *pointer;
    if (NANGO_G(connection_class) != NULL)
        return true;
    class = nango_find_class("Nango\\Connection");
    pointer = class == NULL ? NULL : zend_hash_str_find_ptr(&class->properties_info, "pointer", sizeof("pointer") - 1);
    NANGO_G(auth_mode_class) = nango_find_class("Nango\\AuthMode");
    if (pointer == NULL || NANGO_G(auth_mode_class) == NULL) {
        if (!EG(exception))
            zend_throw_error(NULL, "the package is not made for this extension: install both of the same version");
        return false;
    }
    NANGO_G(connection_pointer) = pointer->offset;
    NANGO_G(connection_class) = class;
    return true;
}

/* An object for a handle of a connection, which it gets. */
static void nango_return_connection(zval *return_value, zval *pointer) {
    object_init_ex(return_value, NANGO_G(connection_class));
    ZVAL_COPY_VALUE(OBJ_PROP(Z_OBJ_P(return_value), NANGO_G(connection_pointer)), pointer);
    Z_OBJ_P(return_value)->handlers = &nango_connection_handlers;
}

static bool nango_give_auth_mode(zval *to, int32_t mode) {
#if PHP_VERSION_ID >= 80200
    zend_object *found;
    if (zend_enum_get_case_by_value(&found, NANGO_G(auth_mode_class), mode, NULL, true) != SUCCESS || found == NULL)
        return false;
    ZVAL_OBJ_COPY(to, found);
    return true;
#else
    return false;
#endif
}

/* Reads a property if that can be done here. */
static bool nango_give_property(zval *to, const struct nango_property *property, const nango_connection *connection) {
    const char *(*read_text)(const nango_connection *);
    const char *text;
    int64_t milliseconds;
    switch (property->reading) {
    case READ_AUTH_MODE:
        return nango_give_auth_mode(to, library.connection_auth_mode(connection));
    case READ_EXPIRY:
        if (library.connection_expires_at_ms(connection, &milliseconds))
            return nango_give_time_of_milliseconds(to, milliseconds);
        ZVAL_NULL(to);
        return true;
    case READ_TIME:
    case READ_TEXT:
    case READ_TEXT_OR_EMPTY:
        break;
    }
    memcpy(&read_text, (const char *)&library + property->at, sizeof(read_text));
    text = read_text(connection);
    if (text == NULL && property->reading == READ_TEXT_OR_EMPTY)
        text = "";
    if (text != NULL && property->reading == READ_TIME)
        return nango_give_time(to, text);
    if (text == NULL)
        ZVAL_NULL(to);
    else
        ZVAL_STRING(to, text);
    return true;
}

static zval *nango_connection_read(zend_object *object, zend_string *name, int type, void **cache_slot, zval *result) {
    const struct nango_property *property = zend_hash_find_ptr(&nango_properties_by_name, name);
    zval *pointer = OBJ_PROP(object, NANGO_G(connection_pointer));
    /* A property that is to be written is for PHP to refuse. */
    if (property != NULL && (type == BP_VAR_R || type == BP_VAR_IS) && Z_TYPE_P(pointer) == IS_OBJECT) {
        const nango_connection *connection = nango_handle_of(Z_OBJ_P(pointer))->pointer;
        if (connection != NULL && nango_give_property(result, property, connection))
            return result;
    }
    return zend_std_read_property(object, name, type, cache_slot, result);
}

static void nango_connection_init(void) {
    size_t i;
    zend_hash_init(&nango_properties_by_name, sizeof(nango_properties) / sizeof(nango_properties[0]), NULL, NULL, 1);
    for (i = 0; i < sizeof(nango_properties) / sizeof(nango_properties[0]); i++) {
        const char *name = nango_properties[i].name;
        zend_hash_str_add_new_ptr(&nango_properties_by_name, name, strlen(name), (void *)&nango_properties[i]);
    }
    memcpy(&nango_connection_handlers, zend_get_std_object_handlers(), sizeof(zend_object_handlers));
    nango_connection_handlers.read_property = nango_connection_read;
}

/* The object for a connection that the library has made. */
static ZEND_FUNCTION(connection_of) {
    zval *handle, pointer;
    ZEND_PARSE_PARAMETERS_START(1, 1)
        Z_PARAM_OBJECT_OF_CLASS(handle, nango_handle_class)
    ZEND_PARSE_PARAMETERS_END();
    nango_pointer(handle, KIND_CONNECTION);
    if (EG(exception) || !nango_find_classes())
        RETURN_THROWS();
    ZVAL_COPY(&pointer, handle);
    nango_return_connection(return_value, &pointer);
}

/* get_connection, connection_of and both calls of swap_callbacks at once: for the call that programs make most. */
static ZEND_FUNCTION(connection) {
    zval *client_handle, *options_handle, *callbacks, *error_to, outer, pointer;
    char *connection_id, *provider_config_key;
    size_t connection_id_length, provider_config_key_length;
    const nango_client *client;
    const nango_call_options *options;
    nango_error *error = NULL;
    ZEND_PARSE_PARAMETERS_START(6, 6)
        Z_PARAM_OBJECT_OF_CLASS(client_handle, nango_handle_class)
        Z_PARAM_PATH(connection_id, connection_id_length)
        Z_PARAM_PATH(provider_config_key, provider_config_key_length)
        Z_PARAM_OBJECT_OF_CLASS(options_handle, nango_handle_class)
        Z_PARAM_OBJECT(callbacks)
        Z_PARAM_ZVAL(error_to)
    ZEND_PARSE_PARAMETERS_END();
    client = nango_pointer(client_handle, KIND_CLIENT);
    options = nango_pointer(options_handle, KIND_CALL_OPTIONS);
    if (EG(exception) || !nango_find_classes())
        RETURN_THROWS();
    ZVAL_COPY_VALUE(&outer, &NANGO_G(callbacks));
    ZVAL_COPY(&NANGO_G(callbacks), callbacks);
    nango_return_handle(&pointer, KIND_CONNECTION,
                        library.get_connection(client, connection_id, provider_config_key, options, &error));
    zval_ptr_dtor(&NANGO_G(callbacks));
    ZVAL_COPY_VALUE(&NANGO_G(callbacks), &outer);
    if (Z_TYPE(pointer) == IS_OBJECT)
        nango_return_connection(return_value, &pointer);
    nango_end_call(error);
    nango_give_error(error_to, error);
}
