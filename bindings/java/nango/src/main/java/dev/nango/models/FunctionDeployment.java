// Generated from api/operations.json and api/webhooks.json by make generate: do not edit.

package dev.nango.models;

import dev.nango.JsonValue;
import dev.nango.internal.Fields;
import dev.nango.internal.Kind;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A deployment of a function. Immutable. */
public final class FunctionDeployment {
    private final transient JsonValue json;
    private final transient String id;
    private final transient String status;
    private final transient String integrationId;
    private final transient String functionName;
    private final transient String functionType;
    private final transient Boolean deployed;
    private final transient List<DeployedFunction> deployedFunctions;
    private final transient String output;
    private final transient JsonValue error;

    private FunctionDeployment(Fields fields) {
        json = fields.json();
        id = fields.get("id", Kind.TEXT, "");
        status = fields.get("status", Kind.TEXT, "");
        integrationId = fields.get("integration_id", Kind.TEXT, "");
        functionName = fields.get("function_name", Kind.TEXT, null);
        functionType = fields.get("function_type", Kind.TEXT, null);
        deployed = fields.get("deployed", Kind.BOOLEAN, null);
        deployedFunctions = fields.get("deployed_functions", Kind.listOf(DeployedFunction::read), null);
        output = fields.get("output", Kind.TEXT, null);
        error = fields.get("error", Kind.OBJECT, null);
    }

    /** For the library. */
    public static FunctionDeployment read(JsonValue json) {
        return new FunctionDeployment(new Fields(json));
    }

    /**
     * Makes one of what {@code json()} gives, for tests of programs that use it.
     *
     * @throws dev.nango.DecodeException the JSON is something else
     */
    public static FunctionDeployment of(JsonValue json) {
        return Fields.decoded(json, FunctionDeployment::read);
    }

    /** Its id: a UUID. */
    public String id() {
        return id;
    }

    /** Its state: "waiting", "running", "success" or "failed". */
    public String status() {
        return status;
    }

    /** The id of the integration. */
    public String integrationId() {
        return integrationId;
    }

    /** The name of the function. */
    public Optional<String> functionName() {
        return Optional.ofNullable(functionName);
    }

    /** Its type: "action" or "sync". */
    public Optional<String> functionType() {
        return Optional.ofNullable(functionType);
    }

    /** Whether the function is deployed. */
    public Optional<Boolean> deployed() {
        return Optional.ofNullable(deployed);
    }

    /** What was deployed. */
    public Optional<List<DeployedFunction>> deployedFunctions() {
        return Optional.ofNullable(deployedFunctions);
    }

    /** What the compiler printed. */
    public Optional<String> output() {
        return Optional.ofNullable(output);
    }

    /** Why it failed. */
    public Optional<JsonValue> error() {
        return Optional.ofNullable(error);
    }

    /** The members that this version of the package has no accessor for, as sent. */
    public Map<String, JsonValue> unknown() {
        return Fields.unknown(
                json, "id", "status", "integration_id", "function_name", "function_type", "deployed", "deployed_functions", "output", "error");
    }

    /** The whole object as sent. */
    public JsonValue json() {
        return json;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FunctionDeployment && ((FunctionDeployment) other).json.equals(json);
    }

    @Override
    public int hashCode() {
        return json.hashCode();
    }

    /** The fields that are neither secrets nor a customer's data. */
    @Override
    public String toString() {
        return Fields.shown(
                "FunctionDeployment",
                "id",
id,
                "status",
status,
                "integrationId",
integrationId,
                "functionName",
functionName,
                "functionType",
functionType,
                "deployed",
deployed,
                "deployedFunctions",
deployedFunctions,
                "output",
Fields.hidden(output),
                "error",
Fields.hidden(error));
    }
}

