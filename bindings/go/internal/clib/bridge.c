#include "bridge.h"

_Thread_local uintptr_t bridge_receiver;
