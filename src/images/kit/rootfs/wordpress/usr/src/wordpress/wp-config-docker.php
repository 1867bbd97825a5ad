<?php
// The container's environment is the configuration; NAME_FILE names a file that holds the value.
function environment( $name, $default ) {
	$file = getenv( $name . '_FILE' );
	if ( $file ) {
		return rtrim( file_get_contents( $file ), "\r\n" );
	}
	$value = getenv( $name );
	return false === $value ? $default : $value;
}

define( 'DB_HOST', environment( 'WORDPRESS_DB_HOST', 'mysql' ) );
define( 'DB_NAME', environment( 'WORDPRESS_DB_NAME', 'wordpress' ) );
define( 'DB_USER', environment( 'WORDPRESS_DB_USER', 'wordpress' ) );
define( 'DB_PASSWORD', environment( 'WORDPRESS_DB_PASSWORD', '' ) );
define( 'DB_CHARSET', environment( 'WORDPRESS_DB_CHARSET', 'utf8mb4' ) );
define( 'DB_COLLATE', environment( 'WORDPRESS_DB_COLLATE', '' ) );
$table_prefix = environment( 'WORDPRESS_TABLE_PREFIX', 'wp_' );

define( 'AUTH_KEY', environment( 'WORDPRESS_AUTH_KEY', 'put your unique phrase here' ) );
define( 'SECURE_AUTH_KEY', environment( 'WORDPRESS_SECURE_AUTH_KEY', 'put your unique phrase here' ) );
define( 'LOGGED_IN_KEY', environment( 'WORDPRESS_LOGGED_IN_KEY', 'put your unique phrase here' ) );
define( 'NONCE_KEY', environment( 'WORDPRESS_NONCE_KEY', 'put your unique phrase here' ) );
define( 'AUTH_SALT', environment( 'WORDPRESS_AUTH_SALT', 'put your unique phrase here' ) );
define( 'SECURE_AUTH_SALT', environment( 'WORDPRESS_SECURE_AUTH_SALT', 'put your unique phrase here' ) );
define( 'LOGGED_IN_SALT', environment( 'WORDPRESS_LOGGED_IN_SALT', 'put your unique phrase here' ) );
define( 'NONCE_SALT', environment( 'WORDPRESS_NONCE_SALT', 'put your unique phrase here' ) );

define( 'WP_DEBUG', (bool) environment( 'WORDPRESS_DEBUG', '' ) );

// Behind a proxy that speaks TLS.
if ( 'https' === ( $_SERVER['HTTP_X_FORWARDED_PROTO'] ?? '' ) ) {
	$_SERVER['HTTPS'] = 'on';
}

eval( environment( 'WORDPRESS_CONFIG_EXTRA', '' ) );

if ( ! defined( 'ABSPATH' ) ) {
	define( 'ABSPATH', __DIR__ . '/' );
}
require_once ABSPATH . 'wp-settings.php';
