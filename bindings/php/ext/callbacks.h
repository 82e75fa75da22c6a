/*
 * callbacks.h - what the library calls back during a call: methods of the object of Nango\Internal\Callbacks that the call has.
 *
 * Nothing is unwound through the library. What is thrown is kept in that object, which ends the call, and its caller throws it
 * again. What cannot be kept, as the end of the script by exit, stays pending until the library returns. So does a fatal error,
 * after which PHP would leave the library by longjmp, with locks of a client that later requests use.
 */

#if PHP_VERSION_ID >= 80200
#define NANGO_IS_SET(flag) zend_atomic_bool_load_ex(&EG(flag))
#define NANGO_UNSET(flag) zend_atomic_bool_store_ex(&EG(flag), false)
#else
#define NANGO_IS_SET(flag) EG(flag)
#define NANGO_UNSET(flag) EG(flag) = 0
#endif

/* The properties of Nango\Internal\Callbacks. */
static zend_string *nango_thrown;
static zend_string *nango_is_ended;

static void nango_callbacks_init(void) {
    nango_thrown = zend_string_init_interned("thrown", sizeof("thrown") - 1, 1);
    nango_is_ended = zend_string_init_interned("isEnded", sizeof("isEnded") - 1, 1);
}

static void nango_keep_thrown(void) {
    zval thrown, kept, *old;
    zend_object *exception = EG(exception);
    zval *callbacks = &NANGO_G(callbacks);
    if (exception == NULL || Z_TYPE_P(callbacks) != IS_OBJECT || zend_is_unwind_exit(exception) ||
        zend_is_graceful_exit(exception))
        return;
    ZVAL_OBJ_COPY(&thrown, exception);
    zend_clear_exception();
    old = zend_read_property_ex(Z_OBJCE_P(callbacks), Z_OBJ_P(callbacks), nango_thrown, 1, &kept);
    if (Z_TYPE_P(old) != IS_OBJECT)
        zend_update_property_ex(Z_OBJCE_P(callbacks), Z_OBJ_P(callbacks), nango_thrown, &thrown);
    zval_ptr_dtor(&thrown);
}

/* Calls a method, and returns whether its result is there. */
static bool nango_call_back(const char *name, uint32_t count, zval *arguments, zval *result) {
    zval method;
    volatile bool is_called = false;
    ZVAL_UNDEF(result);
    if (Z_TYPE(NANGO_G(callbacks)) != IS_OBJECT || EG(exception) || NANGO_G(is_bailing_out))
        return false;
    ZVAL_STRING(&method, name);
    zend_try {
        is_called = call_user_function(NULL, &NANGO_G(callbacks), &method, result, count, arguments) == SUCCESS;
    } zend_catch {
        NANGO_G(is_bailing_out) = true;
    } zend_end_try();
    if (NANGO_G(is_bailing_out))
        return false;
    zval_ptr_dtor(&method);
    nango_keep_thrown();
    return is_called && !EG(exception) && !Z_ISUNDEF_P(result);
}

static void nango_on_log(void *user_data, int32_t level, const char *message, const char *attributes) {
    zval arguments[3], result;
    ZVAL_LONG(&arguments[0], level);
    ZVAL_STRING(&arguments[1], message);
    ZVAL_STRING(&arguments[2], attributes);
    nango_call_back("log", 3, arguments, &result);
    zval_ptr_dtor(&result);
    zval_ptr_dtor(&arguments[1]);
    zval_ptr_dtor(&arguments[2]);
}

static void nango_on_end(void *user_data, const char *summary) {
    zval argument, result;
    ZVAL_STRING(&argument, summary);
    nango_call_back("ended", 1, &argument, &result);
    zval_ptr_dtor(&result);
    zval_ptr_dtor(&argument);
}

/* What isInterrupted says. Each wait asks for it, so it calls no method. */
static bool nango_is_interrupted(void) {
    zval read, *callbacks = &NANGO_G(callbacks);
    return Z_TYPE_P(callbacks) == IS_OBJECT &&
           (Z_TYPE_P(zend_read_property_ex(Z_OBJCE_P(callbacks), Z_OBJ_P(callbacks), nango_is_ended, 1, &read)) == IS_TRUE ||
            Z_TYPE_P(zend_read_property_ex(Z_OBJCE_P(callbacks), Z_OBJ_P(callbacks), nango_thrown, 1, &read)) == IS_OBJECT);
}

/* While a call waits: runs the handlers of signals, and ends the call if the script's time is up. */
static int32_t nango_on_wait(void *user_data) {
    if (EG(exception) || NANGO_G(is_bailing_out) || NANGO_IS_SET(timed_out))
        return 1;
    if (NANGO_IS_SET(vm_interrupt)) {
        NANGO_UNSET(vm_interrupt);
        if (zend_interrupt_function != NULL) {
            /* The library's call is on this stack, and what it knows of it in the thread. */
            zend_fiber_switch_block();
            zend_try {
                zend_interrupt_function(EG(current_execute_data));
            } zend_catch {
                NANGO_G(is_bailing_out) = true;
            } zend_end_try();
            zend_fiber_switch_unblock();
            if (NANGO_G(is_bailing_out))
                return 1;
            nango_keep_thrown();
        }
    }
    /* Not only then: PHP runs handlers itself where a callback runs code of PHP. */
    return EG(exception) || nango_is_interrupted();
}

static int64_t nango_on_read(void *user_data, void *buffer, size_t capacity) {
    zval argument, result;
    int64_t count = -1;
    ZVAL_LONG(&argument, (zend_long)capacity);
    if (nango_call_back("read", 1, &argument, &result) && Z_TYPE(result) == IS_STRING && Z_STRLEN(result) <= capacity) {
        memcpy(buffer, Z_STRVAL(result), Z_STRLEN(result));
        count = (int64_t)Z_STRLEN(result);
    }
    zval_ptr_dtor(&result);
    return count;
}

/* Lets a fatal error of a callback end the request, now that the library has returned. */
static void nango_end_call(nango_error *error) {
    if (NANGO_G(is_bailing_out)) {
        NANGO_G(is_bailing_out) = false;
        library.error_free(error);
        zend_bailout();
    }
}
