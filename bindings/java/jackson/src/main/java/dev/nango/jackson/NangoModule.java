package dev.nango.jackson;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.fasterxml.jackson.databind.util.TokenBuffer;
import dev.nango.JsonValue;
import java.io.IOException;
import java.util.Map;

/**
 * Has Jackson convert a {@link JsonValue} to and from the classes of a program.
 *
 * <pre>{@code
 * ObjectMapper mapper = new ObjectMapper().registerModule(new NangoModule());
 * Issue issue = mapper.convertValue(record.data(), Issue.class);
 * JsonValue input = mapper.convertValue(new Input("a"), JsonValue.class);
 * }</pre>
 *
 * <p>Connections, credentials and models stay what Jackson refuses, since they may hold secrets: pass on their {@code data()} or
 * {@code json()} where that is what you want.
 */
public final class NangoModule extends SimpleModule {
    private static final long serialVersionUID = 1L;

    /** A module for an ObjectMapper. */
    public NangoModule() {
        super("nango");
        addSerializer(JsonValue.class, new Writer());
        addDeserializer(JsonValue.class, new Reader());
    }

    /** Writes each part by itself: not every format takes JSON text. */
    private static final class Writer extends StdSerializer<JsonValue> {
        private static final long serialVersionUID = 1L;

        Writer() {
            super(JsonValue.class);
        }

        @Override
        public void serialize(JsonValue value, JsonGenerator out, SerializerProvider provider) throws IOException {
            switch (value.type()) {
                case OBJECT:
                    out.writeStartObject();
                    for (Map.Entry<String, JsonValue> member : value.members().entrySet()) {
                        out.writeFieldName(member.getKey());
                        serialize(member.getValue(), out, provider);
                    }
                    out.writeEndObject();
                    break;
                case ARRAY:
                    out.writeStartArray();
                    for (JsonValue item : value.items()) {
                        serialize(item, out, provider);
                    }
                    out.writeEndArray();
                    break;
                default:
                    out.writeObject(value.toObject());
                    break;
            }
        }
    }

    /** Reads what a tree of Jackson's is made of, with the digits of numbers as they are. */
    private static final class Reader extends StdDeserializer<JsonValue> {
        private static final long serialVersionUID = 1L;

        Reader() {
            super(JsonValue.class);
        }

        @Override
        public JsonValue deserialize(JsonParser in, DeserializationContext context) throws IOException {
            TokenBuffer buffer = context.bufferAsCopyOfValue(in);
            try (JsonParser copy = buffer.asParser()) {
                copy.nextToken();
                return JsonValue.parse(context.readTree(copy).toString());
            }
        }

        @Override
        public JsonValue getNullValue(DeserializationContext context) {
            return JsonValue.parse("null");
        }
    }
}
