# Where akin is; put yours.
$c->{akin_url} = 'https://related.repository.example';
