package dev.akin.read.format.csv;

import java.util.List;
import java.util.stream.Stream;

/// What a column of a CSV holds, and the names that such columns have. If several columns hold the
/// same, the first that is not empty is used, in the order of the names.
enum ColumnKind {
  ID(
      "id|paper id|publication id|lens id|eid|ut (unique wos id)|ut|accession number|central id"
          + "|cochrane review id|pmid|covidence #|eric number|embase accession id"),
  NAME("key|citation key|bibtex key|record number|store id"),
  TITLE(
      "title|article title|document title|paper title|item title|original title|dc.title"
          + "|display name|primary title|paper name|title of paper|ti|titel|titre|titulo|titolo"),
  ABSTRACT(
      "abstract|abstract note|abstract text|summary|dc.description.abstract|description|ab"
          + "|zusammenfassung|kurzfassung|resume|resumen|resumo|riassunto|abstrakt"),
  AUTHORS(
      "author full names|authors|author|creators|author(s)|author/s|authors name|author names"
          + "|authors/contributors|contributors|authorships.author.display name"
          + "|dc.contributor.author|dc.creator|af|au|autor|autoren|verfasser|auteur|auteurs"
          + "|autores|autor(es)|autore|autori|author list|list of authors|first author|lead author"),
  DATE(
      "date|publication date|date published|published|dc.date.issued|cover date|online date"
          + "|date of publication|pub date|issue date|datum|erscheinungsdatum|date de publication|fecha"),
  YEAR(
      "year|publication year|pub year|published year|year published|year of publication|py|jahr|erscheinungsjahr"
          + "|annee|annee de publication|ano|ano de publicacion|ano de publicacao|anno"),
  MONTH("month|published month|publication month|pd|monat|mois|mes"),
  DAY("day|publication day"),
  CATEGORIES(
      "categories|category|author keywords|keywords|keyword|keywords.display"
          + " name|subjects|subject|subject terms|descriptors|keyword(s)|key words|keywords plus|index keywords|dc.subject|manual tags|tags"
          + "|fields of study|primary topic.display name|mesh terms|de|schlagworter|schlagworte"
          + "|mots cles|palabras clave|palavras chave|parole chiave"),
  URL(
      "url|link|article url|dc.identifier.uri|primary location.landing page url|landing page url"
          + "|source urls|external url|source linkout|document url|dimensions url|permalink"
          + "|plink|full text link|lien|enlace"),
  DOI(
      "doi|item doi|article doi|doi link|dc.identifier.doi|doi url|digital object identifier|di|ids.doi"
          + "|external ids.doi"),
  TYPE("document type|item type|publication type|type|dc.type|doc type|dt|pt|ty"),
  CONTAINER(
      "source title|journal title|publication title|pub title|book title|proceedings title"
          + "|journal|journal full title|journal/book|publication name|secondary title|host"
          + " publication|container title|primary location.source.display name"
          + "|dc.relation.ispartof|anthology title|source|so|t2|zeitschrift|revue|revista"
          + "|rivista"),
  VOLUME("volume|band|volumen|tome|biblio.volume|journal volume|vl"),
  NUMBER("issue|heft|numero|issue number|number|biblio.issue|journal issue|report number|is"),
  PAGES("pages|seiten|paginas|page|pagination|page range|page numbers"),
  FIRST_PAGE("page start|start page|first page|biblio.first page|bp|sp"),
  LAST_PAGE("page end|end page|last page|biblio.last page|ep"),
  ARTICLE_NUMBER("art. no.|article number|article no.|ar"),
  PUBLISHER(
      "publisher|verlag|editorial|editeur|editora|dc.publisher|school|university|institution|primary location.source.host"
          + " organization name|pu"),
  ISBN("isbn|isbns|isbn/issn|dc.identifier.isbn|bn"),
  ISSN(
      "issn|issns|eissn|print issn|electronic issn|dc.identifier.issn|primary"
          + " location.source.issn l|sn|ei");

  @SuppressWarnings("ImmutableEnumChecker") // it is
  private final List<String> names;

  ColumnKind(String names) {
    this.names = Stream.of(names.split("\\|", -1)).map(ColumnName::canonical).toList();
  }

  /// The names as [ColumnName] compares them.
  List<String> names() {
    return names;
  }
}
