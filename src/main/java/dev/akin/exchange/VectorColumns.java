package dev.akin.exchange;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;

/// Finds the columns of a Parquet file that have ids and vectors.
///
/// @param file for messages
/// @param schema of the whole file
record VectorColumns(Path file, MessageType schema) {
  /// The columns to read: `id`, and the vector: the column `vector`, or else the only list of
  /// numbers; in a file of texts, `text_key` and `sentences`, too.
  ///
  /// @throws VectorException if the file lacks one of them
  MessageType all() {
    Stream<Type> vector = Stream.of(vector());
    return new MessageType(
        schema.getName(),
        Stream.of(Stream.of(id()), text(), vector, sentences()).flatMap(part -> part).toList());
  }

  /// The columns to read if only the texts are of interest: `id` and `text_key`.
  ///
  /// @throws VectorException if the file lacks one of them
  MessageType names() {
    if (!hasTexts()) {
      throw VectorException.malformed(file, "akin embed has not written it");
    }
    return new MessageType(schema.getName(), Stream.concat(Stream.of(id()), text()).toList());
  }

  private Type id() {
    if (!schema.containsField(VectorFile.ID)) {
      throw VectorException.malformed(
          file, "no column \"id\"; its columns: " + columns(schema.getFields()));
    }
    Type id = schema.getType(VectorFile.ID);
    if (!id.isPrimitive() || !isName(id.asPrimitiveType().getPrimitiveTypeName())) {
      throw VectorException.malformed(file, "the column \"id\" has neither texts nor numbers");
    }
    return id;
  }

  private static boolean isName(PrimitiveTypeName type) {
    return switch (type) {
      case BINARY, INT32, INT64 -> true;
      case BOOLEAN, DOUBLE, FLOAT, FIXED_LEN_BYTE_ARRAY, INT96 -> false;
    };
  }

  private boolean hasTexts() {
    return schema.containsField(VectorFile.TEXT);
  }

  private Stream<Type> text() {
    return hasTexts() ? Stream.of(schema.getType(VectorFile.TEXT)) : Stream.empty();
  }

  private Stream<Type> sentences() {
    return hasTexts() && schema.containsField(VectorFile.SENTENCES)
        ? Stream.of(schema.getType(VectorFile.SENTENCES))
        : Stream.empty();
  }

  private Type vector() {
    List<Type> lists = schema.getFields().stream().filter(VectorColumns::isVector).toList();
    List<Type> named =
        lists.stream().filter(type -> type.getName().equals(VectorFile.VECTOR)).toList();
    if (named.size() == 1) {
      return named.getFirst();
    }
    if (lists.size() == 1) {
      return lists.getFirst();
    }
    throw VectorException.malformed(
        file,
        "no column \"vector\" with lists of numbers, and %s; its columns: %s"
            .formatted(
                lists.isEmpty() ? "no other list of numbers" : "several other lists of numbers",
                columns(schema.getFields())));
  }

  private static String columns(List<Type> types) {
    return String.join(", ", types.stream().map(Type::getName).toList());
  }

  private static boolean isVector(Type type) {
    boolean list = type.isRepetition(Type.Repetition.REPEATED);
    Type inner = type;
    while (!inner.isPrimitive() && inner.asGroupType().getFieldCount() == 1) {
      inner = inner.asGroupType().getType(0);
      list |= inner.isRepetition(Type.Repetition.REPEATED);
    }
    return list && inner.isPrimitive() && isNumber(inner.asPrimitiveType());
  }

  private static boolean isNumber(PrimitiveType type) {
    return switch (type.getPrimitiveTypeName()) {
      case FLOAT, DOUBLE -> true;
      case FIXED_LEN_BYTE_ARRAY -> isHalf(type);
      case BINARY, BOOLEAN, INT32, INT64, INT96 -> false;
    };
  }

  private static boolean isHalf(PrimitiveType type) {
    return type.getLogicalTypeAnnotation()
        instanceof LogicalTypeAnnotation.Float16LogicalTypeAnnotation;
  }
}
