/*
 * The extension nango: gives the PHP package of libnango the functions of nango.h, and keeps clients from one request to the
 * next. Programs use the classes of the package; what is here is in the namespace Nango\Extension and is no interface of theirs.
 */

#ifdef HAVE_CONFIG_H
#include "config.h"
#endif

#include "php.h"
#include "ext/date/php_date.h"
#include "ext/standard/info.h"
#include "zend_enum.h"
#include "zend_exceptions.h"
#include "zend_fibers.h"
#include "zend_interfaces.h"
#if PHP_VERSION_ID >= 80200
#include "ext/random/php_random.h"
#else
#include "ext/standard/php_random.h"
#endif
#include <dlfcn.h>
#include <nango.h>

#define NANGO_EXTENSION_VERSION "0.1.0"
/* How many clients are kept: a program may have settings without end, such as one secret key for each of its customers. */
#define NANGO_MOST_KEPT 64

ZEND_BEGIN_MODULE_GLOBALS(nango)
    /* What the callbacks of the call that runs are about. */
    zval callbacks;
    /* Whether a callback has ended in a fatal error. */
    bool is_bailing_out;
    /* The clients that are kept, by what PHP makes of their settings; the one that was used last is the last. */
    HashTable kept;
    char process_key[32];
    bool has_process_key;
    /* Of this request: the package's classes, where a connection has its pointer, and the times that others are clones of. */
    zend_class_entry *connection_class;
    uint32_t connection_pointer;
    zend_class_entry *auth_mode_class;
    zval utc_time;
    zval offset_time;
ZEND_END_MODULE_GLOBALS(nango)

ZEND_DECLARE_MODULE_GLOBALS(nango)
#define NANGO_G(name) ZEND_MODULE_GLOBALS_ACCESSOR(nango, name)

static zend_class_entry *nango_handle_class;

#include "functions.h"
#include "handle.h"
#include "callbacks.h"
#include "times.h"
#include "connection.h"

static ZEND_FUNCTION(swap_callbacks) {
    zval *callbacks = NULL;
    ZEND_PARSE_PARAMETERS_START(1, 1)
        Z_PARAM_OBJECT_OR_NULL(callbacks)
    ZEND_PARSE_PARAMETERS_END();
    ZVAL_COPY_VALUE(return_value, &NANGO_G(callbacks));
    if (callbacks != NULL)
        ZVAL_COPY(&NANGO_G(callbacks), callbacks);
    else
        ZVAL_NULL(&NANGO_G(callbacks));
}

static ZEND_FUNCTION(client_options_set_log_record) {
    zval *handle;
    zend_long level;
    nango_client_options *options;
    ZEND_PARSE_PARAMETERS_START(2, 2)
        Z_PARAM_OBJECT_OF_CLASS(handle, nango_handle_class)
        Z_PARAM_LONG(level)
    ZEND_PARSE_PARAMETERS_END();
    options = nango_pointer(handle, KIND_CLIENT_OPTIONS);
    library.client_options_set_log_record(options, nango_on_log, NULL, (int32_t)level);
}

static ZEND_FUNCTION(client_options_set_call_hook) {
    zval *handle;
    ZEND_PARSE_PARAMETERS_START(1, 1)
        Z_PARAM_OBJECT_OF_CLASS(handle, nango_handle_class)
    ZEND_PARSE_PARAMETERS_END();
    library.client_options_set_call_hook(nango_pointer(handle, KIND_CLIENT_OPTIONS), nango_on_end, NULL);
}

static ZEND_FUNCTION(call_options_set_interrupt) {
    zval *handle;
    ZEND_PARSE_PARAMETERS_START(1, 1)
        Z_PARAM_OBJECT_OF_CLASS(handle, nango_handle_class)
    ZEND_PARSE_PARAMETERS_END();
    library.call_options_set_interrupt(nango_pointer(handle, KIND_CALL_OPTIONS), nango_on_wait, NULL);
}

static ZEND_FUNCTION(request_set_body_reader) {
    zval *handle;
    zend_long length;
    char *type = NULL;
    size_t type_length;
    nango_request *request;
    ZEND_PARSE_PARAMETERS_START(3, 3)
        Z_PARAM_OBJECT_OF_CLASS(handle, nango_handle_class)
        Z_PARAM_LONG(length)
        Z_PARAM_PATH_OR_NULL(type, type_length)
    ZEND_PARSE_PARAMETERS_END();
    request = nango_pointer(handle, KIND_REQUEST);
    library.request_set_body_reader(request, nango_on_read, NULL, (int64_t)length, type);
}

static ZEND_FUNCTION(request_set_retry_on) {
    zval *handle, *list, *item;
    nango_request *request;
    int32_t *statuses;
    size_t count = 0;
    ZEND_PARSE_PARAMETERS_START(2, 2)
        Z_PARAM_OBJECT_OF_CLASS(handle, nango_handle_class)
        Z_PARAM_ARRAY(list)
    ZEND_PARSE_PARAMETERS_END();
    request = nango_pointer(handle, KIND_REQUEST);
    statuses = safe_emalloc(zend_hash_num_elements(Z_ARRVAL_P(list)) + 1, sizeof(int32_t), 0);
    ZEND_HASH_FOREACH_VAL(Z_ARRVAL_P(list), item) {
        statuses[count++] = (int32_t)zval_get_long(item);
    } ZEND_HASH_FOREACH_END();
    library.request_set_retry_on(request, statuses, count);
    efree(statuses);
}

static ZEND_FUNCTION(response_read) {
    zval *handle, *error_to;
    zend_long capacity;
    nango_response *response;
    nango_error *error = NULL;
    zend_string *part;
    int64_t count;
    ZEND_PARSE_PARAMETERS_START(3, 3)
        Z_PARAM_OBJECT_OF_CLASS(handle, nango_handle_class)
        Z_PARAM_LONG(capacity)
        Z_PARAM_ZVAL(error_to)
    ZEND_PARSE_PARAMETERS_END();
    response = nango_pointer(handle, KIND_RESPONSE);
    if (EG(exception))
        RETURN_THROWS();
    part = zend_string_alloc((size_t)capacity, 0);
    count = library.response_read(response, ZSTR_VAL(part), (size_t)capacity, &error);
    if (count < 0) {
        zend_string_efree(part);
        RETVAL_NULL();
    } else {
        part = zend_string_truncate(part, (size_t)count, 0);
        ZSTR_VAL(part)[count] = '\0';
        RETVAL_STR(part);
    }
    nango_end_call(error);
    nango_give_error(error_to, error);
}

static ZEND_FUNCTION(response_body) {
    zval *handle, *error_to;
    nango_response *response;
    nango_error *error = NULL;
    const void *body;
    size_t length = 0;
    ZEND_PARSE_PARAMETERS_START(2, 2)
        Z_PARAM_OBJECT_OF_CLASS(handle, nango_handle_class)
        Z_PARAM_ZVAL(error_to)
    ZEND_PARSE_PARAMETERS_END();
    response = nango_pointer(handle, KIND_RESPONSE);
    if (EG(exception))
        RETURN_THROWS();
    body = library.response_body(response, &length, &error);
    if (body != NULL)
        RETVAL_STRINGL(body, length);
    nango_end_call(error);
    nango_give_error(error_to, error);
}

static ZEND_FUNCTION(response_is_json) {
    zval *handle, *error_to;
    nango_response *response;
    nango_error *error = NULL;
    ZEND_PARSE_PARAMETERS_START(2, 2)
        Z_PARAM_OBJECT_OF_CLASS(handle, nango_handle_class)
        Z_PARAM_ZVAL(error_to)
    ZEND_PARSE_PARAMETERS_END();
    response = nango_pointer(handle, KIND_RESPONSE);
    if (EG(exception))
        RETURN_THROWS();
    RETVAL_BOOL(library.response_value(response, &error) != NULL);
    nango_end_call(error);
    nango_give_error(error_to, error);
}

static ZEND_FUNCTION(kept_client) {
    zend_string *key;
    struct nango_shared *shared;
    ZEND_PARSE_PARAMETERS_START(1, 1)
        Z_PARAM_STR(key)
    ZEND_PARSE_PARAMETERS_END();
    shared = zend_hash_str_find_ptr(&NANGO_G(kept), ZSTR_VAL(key), ZSTR_LEN(key));
    if (shared == NULL)
        RETURN_NULL();
    shared->holders += 2; /* the object below, and the table once more, where it goes to the end */
    zend_hash_str_del(&NANGO_G(kept), ZSTR_VAL(key), ZSTR_LEN(key));
    zend_hash_str_add_new_ptr(&NANGO_G(kept), ZSTR_VAL(key), ZSTR_LEN(key), shared);
    nango_return_handle(return_value, KIND_CLIENT, shared->client);
    nango_handle_of(Z_OBJ_P(return_value))->shared = shared;
}

static ZEND_FUNCTION(keep_client) {
    zend_string *key;
    zval *value;
    struct nango_handle *handle;
    ZEND_PARSE_PARAMETERS_START(2, 2)
        Z_PARAM_STR(key)
        Z_PARAM_OBJECT_OF_CLASS(value, nango_handle_class)
    ZEND_PARSE_PARAMETERS_END();
    handle = nango_handle_of(Z_OBJ_P(value));
    if (nango_pointer(value, KIND_CLIENT) == NULL || handle->shared != NULL)
        return;
    handle->shared = pemalloc(sizeof(struct nango_shared), 1);
    handle->shared->client = handle->pointer;
    handle->shared->holders = 2;
    if (zend_hash_num_elements(&NANGO_G(kept)) >= NANGO_MOST_KEPT) {
        HashPosition first = 0;
        zend_string *oldest;
        zend_ulong index;
        zend_hash_internal_pointer_reset_ex(&NANGO_G(kept), &first);
        if (zend_hash_get_current_key_ex(&NANGO_G(kept), &oldest, &index, &first) == HASH_KEY_IS_STRING)
            zend_hash_del(&NANGO_G(kept), oldest);
    }
    zend_hash_str_update_ptr(&NANGO_G(kept), ZSTR_VAL(key), ZSTR_LEN(key), handle->shared);
}

static ZEND_FUNCTION(process_key) {
    ZEND_PARSE_PARAMETERS_NONE();
    if (!NANGO_G(has_process_key)) {
        if (php_random_bytes_throw(NANGO_G(process_key), sizeof(NANGO_G(process_key))) == FAILURE)
            RETURN_THROWS();
        NANGO_G(has_process_key) = true;
    }
    RETURN_STRINGL(NANGO_G(process_key), sizeof(NANGO_G(process_key)));
}

static const zend_function_entry nango_functions[] = {
#define NANGO_FUNCTION(name, arguments) ZEND_NS_NAMED_FE("Nango\\Extension", name, ZEND_FN(name), arguments)
    NANGO_GENERATED_FUNCTIONS
    NANGO_FUNCTION(swap_callbacks, arguments_1)
    NANGO_FUNCTION(connection, arguments_5_and_error)
    NANGO_FUNCTION(connection_of, arguments_1)
    NANGO_FUNCTION(client_options_set_log_record, arguments_2)
    NANGO_FUNCTION(client_options_set_call_hook, arguments_1)
    NANGO_FUNCTION(call_options_set_interrupt, arguments_1)
    NANGO_FUNCTION(request_set_body_reader, arguments_3)
    NANGO_FUNCTION(request_set_retry_on, arguments_2)
    NANGO_FUNCTION(response_read, arguments_2_and_error)
    NANGO_FUNCTION(response_body, arguments_1_and_error)
    NANGO_FUNCTION(response_is_json, arguments_1_and_error)
    NANGO_FUNCTION(kept_client, arguments_1)
    NANGO_FUNCTION(keep_client, arguments_2)
    NANGO_FUNCTION(process_key, arguments_0)
    ZEND_FE_END
};

PHP_INI_BEGIN()
    PHP_INI_ENTRY("nango.library", "", PHP_INI_SYSTEM, NULL)
PHP_INI_END()

/* Loads the library: the one that nango.library names, or NANGO_LIBRARY, or that of the build. */
static bool nango_load(void) {
    const char *path = INI_STR("nango.library");
    void *loaded;
    size_t i;
    if (path == NULL || *path == '\0')
        path = getenv("NANGO_LIBRARY");
    if (path == NULL || *path == '\0')
        path = NANGO_LIBRARY_PATH;
    loaded = dlopen(path, RTLD_NOW | RTLD_LOCAL);
    if (loaded == NULL) {
        zend_error(E_CORE_WARNING, "nango: cannot load libnango (%s): set nango.library in php.ini to the path of "
                   "libnango.so", dlerror());
        return false;
    }
    for (i = 0; i < sizeof(nango_names) / sizeof(nango_names[0]); i++) {
        void *function = dlsym(loaded, nango_names[i].name);
        if (function == NULL) {
            zend_error(E_CORE_WARNING, "nango: %s has no %s: install a library that is as new as the extension", path,
                       nango_names[i].name);
            return false;
        }
        memcpy((char *)&library + nango_names[i].at, &function, sizeof(function));
    }
    if (library.abi_version() != NANGO_ABI_VERSION) {
        zend_error(E_CORE_WARNING, "nango: %s has ABI %u and the extension needs ABI %d: install both of one version", path,
                   library.abi_version(), NANGO_ABI_VERSION);
        return false;
    }
    return true;
}

static PHP_MINIT_FUNCTION(nango) {
    zend_class_entry class;
    REGISTER_INI_ENTRIES();
    if (!nango_load()) {
        UNREGISTER_INI_ENTRIES();
        return FAILURE;
    }
    INIT_NS_CLASS_ENTRY(class, "Nango\\Extension", "Handle", NULL);
    nango_handle_class = zend_register_internal_class(&class);
    nango_handle_class->ce_flags |= ZEND_ACC_FINAL | ZEND_ACC_NO_DYNAMIC_PROPERTIES | ZEND_ACC_NOT_SERIALIZABLE;
    nango_handle_class->create_object = nango_handle_new;
    memcpy(&nango_handle_handlers, zend_get_std_object_handlers(), sizeof(zend_object_handlers));
    nango_handle_handlers.offset = XtOffsetOf(struct nango_handle, object);
    nango_handle_handlers.free_obj = nango_handle_free;
    nango_handle_handlers.clone_obj = NULL;
    nango_connection_init();
    nango_callbacks_init();
    return SUCCESS;
}

static PHP_MSHUTDOWN_FUNCTION(nango) {
    zend_hash_destroy(&nango_properties_by_name);
    UNREGISTER_INI_ENTRIES();
    return SUCCESS;
}

static PHP_RSHUTDOWN_FUNCTION(nango) {
    zval_ptr_dtor(&NANGO_G(callbacks));
    zval_ptr_dtor(&NANGO_G(utc_time));
    zval_ptr_dtor(&NANGO_G(offset_time));
    ZVAL_NULL(&NANGO_G(callbacks));
    ZVAL_NULL(&NANGO_G(utc_time));
    ZVAL_NULL(&NANGO_G(offset_time));
    NANGO_G(connection_class) = NULL;
    return SUCCESS;
}

static void nango_kept_let_go(zval *value) {
    nango_let_go(Z_PTR_P(value));
}

static PHP_GINIT_FUNCTION(nango) {
#if defined(COMPILE_DL_NANGO) && defined(ZTS)
    ZEND_TSRMLS_CACHE_UPDATE();
#endif
    memset(nango_globals, 0, sizeof(*nango_globals));
    ZVAL_NULL(&nango_globals->callbacks);
    ZVAL_NULL(&nango_globals->utc_time);
    ZVAL_NULL(&nango_globals->offset_time);
    zend_hash_init(&nango_globals->kept, 8, NULL, nango_kept_let_go, 1);
}

static PHP_GSHUTDOWN_FUNCTION(nango) {
    zend_hash_destroy(&nango_globals->kept);
    ZEND_SECURE_ZERO(nango_globals->process_key, sizeof(nango_globals->process_key));
}

static PHP_MINFO_FUNCTION(nango) {
    char count[24];
    snprintf(count, sizeof(count), "%u", zend_hash_num_elements(&NANGO_G(kept)));
    php_info_print_table_start();
    php_info_print_table_row(2, "nango", "enabled");
    php_info_print_table_row(2, "libnango", library.version());
    php_info_print_table_row(2, "clients kept", count);
    php_info_print_table_end();
    DISPLAY_INI_ENTRIES();
}

zend_module_entry nango_module_entry = {
    STANDARD_MODULE_HEADER,
    "nango",
    nango_functions,
    PHP_MINIT(nango),
    PHP_MSHUTDOWN(nango),
    NULL,
    PHP_RSHUTDOWN(nango),
    PHP_MINFO(nango),
    NANGO_EXTENSION_VERSION,
    PHP_MODULE_GLOBALS(nango),
    PHP_GINIT(nango),
    PHP_GSHUTDOWN(nango),
    NULL,
    STANDARD_MODULE_PROPERTIES_EX,
};

#ifdef COMPILE_DL_NANGO
#ifdef ZTS
ZEND_TSRMLS_CACHE_DEFINE()
#endif
ZEND_GET_MODULE(nango)
#endif
