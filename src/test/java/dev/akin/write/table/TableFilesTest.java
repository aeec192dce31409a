package dev.akin.write.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.akin.write.list.Lists;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.example.GroupReadSupport;
import org.apache.parquet.io.LocalInputFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class TableFilesTest {
  private static final List<TableColumn> COLUMNS =
      List.of(TableColumn.text("title"), TableColumn.integer("year"), TableColumn.number("cosine"));

  private static final Provenance PROVENANCE =
      new Provenance(
          "0.1.0", Lists.INDEX, "c0ffee", new LinkedHashMap<>(Map.of("neighbors", "10")));

  @TempDir Path folder;

  private void write() {
    try (TableFiles table = TableFiles.create(folder, "list", COLUMNS, PROVENANCE)) {
      table.add("=1+1, \"two\"", 2024, 0.12345678);
      table.add(null, null, null);
    }
  }

  private List<String> jsonLines() throws IOException {
    try (var lines = new GZIPInputStream(Files.newInputStream(folder.resolve("list.jsonl.gz")))) {
      return new String(lines.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
  }

  @Test
  void writesNoCsvForPrograms() {
    TableFiles.forPrograms(folder, "list", COLUMNS, PROVENANCE).close();

    assertThat(folder).isDirectoryNotContaining("glob:**.csv");
    assertThat(folder).isDirectoryContaining("glob:**list.parquet");
  }

  /// A spreadsheet takes the first line for the header, and the mark for a sign of UTF-8.
  @Test
  void writesCsvBehindAByteOrderMark() throws IOException {
    write();

    assertThat(Files.readString(folder.resolve("list.csv")))
        .isEqualTo("\uFEFFtitle,year,cosine\r\n\"'=1+1, \"\"two\"\"\",2024,0.123457\r\n,,\r\n");
  }

  @Test
  void writesWhatRepeatsIntoTheCsvOnly() throws IOException {
    List<TableColumn> columns = List.of(TableColumn.text("id"), TableColumn.repeated("title"));
    try (TableFiles table = TableFiles.create(folder, "list", columns, PROVENANCE)) {
      table.add("a", "Moss");
    }

    assertThat(Files.readAllLines(folder.resolve("list.csv"))).contains("a,Moss");
    assertThat(jsonLines().getLast()).isEqualTo("{\"id\":\"a\"}");
  }

  @Test
  void writesJsonLinesBehindAnObjectThatSaysWhatTheyAreMadeOf() throws IOException {
    write();

    List<String> lines = jsonLines();
    JsonNode provenance = JsonMapper.builder().build().readTree(lines.getFirst());
    assertThat(provenance.at("/provenance/corpus").asString()).isEqualTo("c0ffee");
    assertThat(lines.subList(1, lines.size()))
        .containsExactly(
            "{\"title\":\"=1+1, \\\"two\\\"\",\"year\":2024,\"cosine\":0.123457}", "{}");
  }

  @Test
  void writesParquetWithMetadataThatSaysWhatItIsMadeOf() throws IOException {
    write();

    LocalInputFile file = new LocalInputFile(folder.resolve("list.parquet"));
    try (ParquetFileReader reader = ParquetFileReader.open(file)) {
      assertThat(reader.getFileMetaData().getKeyValueMetaData())
          .containsEntry("corpus", "c0ffee")
          .containsEntry("options", "neighbors=10");
    }
    List<String> rows = new ArrayList<>();
    try (ParquetReader<Group> reader =
        new ParquetReader.Builder<Group>(file, new PlainParquetConfiguration()) {
          @Override
          protected GroupReadSupport getReadSupport() {
            return new GroupReadSupport();
          }
        }.build()) {
      for (Group row = reader.read(); row != null; row = reader.read()) {
        rows.add(row.toString().replace('\n', ';'));
      }
    }
    assertThat(rows).containsExactly("title: =1+1, \"two\";year: 2024;cosine: 0.123457;", "");
  }

  @Test
  void refusesCellsThatDoNotFit() {
    try (TableFiles table = TableFiles.create(folder, "list", COLUMNS, PROVENANCE)) {
      assertThatThrownBy(() -> table.add("a", 1)).hasMessage("2 cells for 3 columns");
      assertThatThrownBy(() -> table.add("a", "2024", 0.1)).hasMessageContaining("has no 2024");
    }
  }
}
