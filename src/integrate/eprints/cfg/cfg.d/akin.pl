# Where akin is, and the second part of your records' ids in OAI (oai:repository.example:12); put yours.
$c->{akin_url} = 'https://related.repository.example';
$c->{akin_archive_id} = 'repository.example';
